//! What an earlier call left behind, and how many digits are right.

use super::Case;
use super::evidence::{Evidence, Expected};
use super::table::Finding;

/// The claim is the truth at the point before, or at the first point.
pub(super) fn stale(evidence: &Evidence) -> Option<Finding> {
    let before = against_earlier(evidence, |k| k - 1, |old, _| old);
    let first = against_earlier(evidence, |_| 0, |old, _| old);
    let text = match before {
        true => "At every point but the first, your answer is the true one of the point before.",
        false => "At every point your answer is the true one of the first point.",
    };
    (before || first)
        .then(|| {
            Finding::new(
                "stale-cache",
                format!("{text} That is consistent with values kept from an earlier call."),
            )
        })
        .flatten()
}

/// The claim is the truth plus the truth at the point before.
pub(super) fn earlier_added(evidence: &Evidence) -> Option<Finding> {
    let sum = |old: Expected, new: Expected| Expected {
        value: old.value + new.value,
        bound: old.bound + new.bound,
    };
    let text = "At every point but the first, your answer is the true one plus that of the point before: the sum was not cleared in between.";
    against_earlier(evidence, |k| k - 1, sum)
        .then(|| Finding::new("accumulated-twice", text))
        .flatten()
}

fn against_earlier(
    evidence: &Evidence,
    earlier: fn(usize) -> usize,
    combine: impl Fn(Expected, Expected) -> Expected,
) -> bool {
    let cases = evidence.cases;
    let mut wrong = 0;
    for k in 1..cases.len() {
        let (old, new): (&Case, &Case) = (&cases[earlier(k)], &cases[k]);
        let fits = old.truth.len() == new.truth.len()
            && (0..new.claimed.len())
                .all(|i| combine(Expected::of(old, i), Expected::of(new, i)).is(new.claimed[i]));
        if !fits {
            return false;
        }
        wrong += (0..new.claimed.len()).filter(|i| !new.right(*i)).count();
    }
    wrong >= 2
}

/// Everything is right to seven digits and not to fifteen.
pub(super) fn precision(evidence: &Evidence) -> Option<Finding> {
    let single = evidence.cases.iter().all(|case| {
        let largest = case.truth.iter().fold(0.0_f64, |top, t| top.max(t.abs()));
        (0..case.claimed.len()).all(|k| {
            let size = case.truth[k].abs().max(0.1 * largest);
            case.right(k) || case.excess(k).abs() <= 3e-7 * size
        })
    });
    let text = "Every number is right to about seven digits and not to fifteen. That is consistent with single precision (f32), or a rounded constant, on the way.";
    single
        .then(|| Finding::new("precision-lost", text))
        .flatten()
}
