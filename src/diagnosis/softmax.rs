//! Outputs that depend on every input, treated as if each depended on its own alone.

use super::Case;
use super::evidence::{Evidence, Expected};
use super::table::Finding;
use crate::params::Form;

const TEXT: &str = "The difference is consistent with softmax's probabilities treated one by one: raising one score lowers all the others.";

/// For scores z, a gradient p ⊙ (c − p·c): without the coupling, p ⊙ c or p ⊙ (1 − p) ⊙ c. One number p·c a row.
pub(super) fn coupling(evidence: &Evidence) -> Option<Finding> {
    let found = [false, true].into_iter().any(|own| {
        evidence.explained(1, |case| {
            let rows = scores(case)?;
            let mut expected = vec![None; case.claimed.len()];
            for row in rows {
                uncoupled(case, &row, own, &mut expected)?;
            }
            expected.into_iter().collect()
        })
    });
    found
        .then(|| Finding::new("softmax-diagonal-only", TEXT))
        .flatten()
}

/// The places of each row of scores: the rows of a matrix, or the whole list.
fn scores(case: &Case) -> Option<Vec<Vec<usize>>> {
    let [block] = case.blocks else { return None };
    if case.claimed.len() != case.point.len()
        || case.value.len() != 1 && case.value.len() != case.point.len()
    {
        return None;
    }
    let rows = if block.form == Form::Matrix {
        block.rows
    } else {
        1
    };
    let rows: Vec<Vec<usize>> = (0..rows)
        .map(|i| (i..block.len()).step_by(rows).collect())
        .collect();
    rows.iter().all(|row| row.len() >= 3).then_some(rows)
}

/// What the row would be without coupling; the one unknown, p·c, comes from its best known number.
fn uncoupled(
    case: &Case,
    row: &[usize],
    own: bool,
    expected: &mut [Option<Expected>],
) -> Option<()> {
    let x: Vec<f64> = row.iter().map(|k| case.point[*k]).collect();
    let top = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let total: f64 = x.iter().map(|v| (v - top).exp()).sum();
    let p: Vec<f64> = x.iter().map(|v| (v - top).exp() / total).collect();
    let best = (0..row.len()).max_by(|a, b| p[*a].total_cmp(&p[*b]))?;
    let keep = |i: usize| if own { 1.0 - p[i] } else { 1.0 };
    let s = (case.claimed[row[best]] / keep(best) - case.truth[row[best]]) / p[best];
    for (i, k) in row.iter().enumerate() {
        expected[*k] = Some(Expected {
            value: keep(i) * (case.truth[*k] + p[i] * s),
            bound: case.bound[*k] + case.bound[row[best]] / (keep(best) * p[best]) * p[i],
        });
    }
    Some(())
}

/// A square Jacobian of which only the diagonal is there.
pub(super) fn diagonal_only(evidence: &Evidence) -> Option<Finding> {
    let square = |case: &Case| match case.blocks {
        [block] => block.rows == block.cols && block.rows > 1 && case.value.len() == block.rows,
        _ => false,
    };
    let kept = |case: &Case, itself: bool| -> Option<Vec<Expected>> {
        let rows = square(case).then(|| case.blocks[0].rows)?;
        let entry = |k: usize| match (k % rows == k / rows, itself) {
            (false, _) => Expected::scaled(case, k, 0.0),
            (true, false) => Expected::of(case, k),
            (true, true) => Expected {
                value: case.value[k % rows],
                bound: case.bound[k],
            },
        };
        Some((0..case.claimed.len()).map(entry).collect())
    };
    let sums_to_one = |case: &Case| {
        (case.value.iter().sum::<f64>() - 1.0).abs() < 1e-9 && case.value.iter().all(|p| *p > 0.0)
    };
    let probabilities = evidence.cases.iter().all(sums_to_one);
    let found = evidence.explained(1, |case| kept(case, false))
        || probabilities && evidence.explained(1, |case| kept(case, true));
    if !found {
        return None;
    }
    match probabilities {
        true => Finding::new("softmax-diagonal-only", TEXT),
        false => Finding::new(
            "elementwise-product-confused",
            "The diagonal is right and everything else is zero in yours: each output is treated as if it depended on one input alone.",
        ),
    }
}
