//! Some numbers are always right, others wrong.

use super::evidence::Evidence;
use super::{Case, Diagnosis};

/// Which names are right at every point.
pub(super) fn some_right(cases: &[Case]) -> Option<Diagnosis> {
    let names = cases[0].names;
    let same = cases.iter().all(|case| case.claimed.len() == names.len());
    if !same || names.len() < 2 || names.len() > 12 {
        return blocks_right(cases);
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
        runner_up: None,
        text: format!(
            "{} {verb} always correct; the mistake is in {others}.",
            right.join(", ")
        ),
    })
}

/// The same of whole blocks, when there are too many numbers to list.
fn blocks_right(cases: &[Case]) -> Option<Diagnosis> {
    let evidence = Evidence { cases };
    if !evidence.uniform() {
        return None;
    }
    let is_right = |range: &std::ops::Range<usize>| {
        cases
            .iter()
            .all(|case| range.clone().all(|k| case.right(k)))
    };
    let ranges = evidence.ranges();
    let (right, wrong): (Vec<_>, Vec<_>) = ranges.iter().partition(|(_, range)| is_right(range));
    if right.is_empty() || wrong.is_empty() {
        return None;
    }
    let list = |some: &[&(usize, std::ops::Range<usize>)]| {
        let names: Vec<String> = some
            .iter()
            .map(|(_, range)| evidence.block_name(range))
            .collect();
        names.join(", ")
    };
    let verb = if right.len() == 1 { "is" } else { "are" };
    Some(Diagnosis {
        mistake: None,
        runner_up: None,
        text: format!(
            "{} {verb} always correct; the mistake is in {}.",
            list(&right),
            list(&wrong)
        ),
    })
}
