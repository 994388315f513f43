//! A value of a strategy, as a reader writes it.

use std::fmt;

/// `2, -0.5` without needless zeros; vectors as `[1, 0]` and matrices row by row as `[1, 2; 3, 4]`, without the
/// names of the types that hold them.
pub(crate) fn describe_value(value: &impl fmt::Debug) -> String {
    let mut text = format!("{value:?}");
    while let Some(plainer) = without_storage(&text) {
        text = plainer;
    }
    for end in [",", ")", "]", ";"] {
        text = text.replace(&format!(".0{end}"), end);
    }
    text.trim_end_matches(".0").to_string()
}

/// nalgebra shows a matrix as `VecStorage { data: [column by column], nrows: Dyn(r), ncols: Dyn(c) }`.
fn without_storage(text: &str) -> Option<String> {
    let (before, rest) = text.split_once("VecStorage { data: [")?;
    let (data, rest) = rest.split_once("], nrows: Dyn(")?;
    let (rows, rest) = rest.split_once(')')?;
    let (_, after) = rest.split_once(" }")?;
    let rows = rows.parse::<usize>().ok()?.max(1);
    let entries: Vec<&str> = data.split(", ").collect();
    let row = |i| -> Vec<&str> { entries.iter().skip(i).step_by(rows).copied().collect() };
    let shown = match entries.len() == rows {
        true => data.to_string(),
        false => (0..rows)
            .map(|i| row(i).join(", "))
            .collect::<Vec<_>>()
            .join("; "),
    };
    Some(format!("{before}[{shown}]{after}"))
}

#[cfg(test)]
mod tests {
    use super::describe_value;
    use nalgebra::{dmatrix, dvector};

    #[test]
    fn numbers_and_lists_lose_their_zeros() {
        assert_eq!(describe_value(&2.0), "2");
        assert_eq!(describe_value(&(2.0, -0.5)), "(2, -0.5)");
        assert_eq!(describe_value(&vec![1.0, 10.0, 0.5]), "[1, 10, 0.5]");
    }

    #[test]
    fn vectors_and_matrices_are_shown_as_they_are_written() {
        assert_eq!(describe_value(&dvector![1.0, 0.5]), "[1, 0.5]");
        let both = (dmatrix![1.0, 2.0, 3.0; 4.0, 5.0, 6.0], dvector![7.0]);
        assert_eq!(describe_value(&both), "([1, 2, 3; 4, 5, 6], [7])");
    }
}
