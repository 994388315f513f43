//! Some numbers are always right, others wrong.

use super::{Case, Diagnosis};

/// Which names are right at every point.
pub(super) fn some_right(cases: &[Case]) -> Option<Diagnosis> {
    let names = cases[0].names;
    let same = cases.iter().all(|case| case.claimed.len() == names.len());
    if !same || names.len() < 2 || names.len() > 12 {
        return None;
    }
    let always = |k: &usize| cases.iter().all(|case| case.right(*k));
    let right: Vec<&str> = (0..names.len())
        .filter(always)
        .map(|k| names[k].as_str())
        .collect();
    if right.is_empty() || right.len() == names.len() {
        return None;
    }
    let verb = if right.len() == 1 { "is" } else { "are" };
    let others = if names.len() - right.len() == 1 {
        "the other"
    } else {
        "the others"
    };
    Some(Diagnosis {
        mistake: None,
        text: format!(
            "{} {verb} always correct; the mistake is in {others}.",
            right.join(", ")
        ),
    })
}
