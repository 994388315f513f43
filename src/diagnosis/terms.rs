//! A term too many, or one that is missing.

use super::Case;
use super::constant::short;
use super::evidence::{Evidence, Expected};
use super::table::Finding;

/// The same constant too much everywhere.
pub(super) fn offset(evidence: &Evidence) -> Option<Finding> {
    let case = &evidence.cases[0];
    let sharpest =
        (0..case.claimed.len()).min_by(|a, b| case.bound[*a].total_cmp(&case.bound[*b]))?;
    let c = case.excess(sharpest);
    let all: usize = evidence.cases.iter().map(|case| case.claimed.len()).sum();
    let fits = evidence.explained_each(2, |case, k| {
        Some(term(
            case,
            k,
            c,
            case.bound[sharpest.min(case.bound.len() - 1)],
        ))
    });
    let way = if c > 0.0 { "too large" } else { "too small" };
    let text = format!(
        "Every number of your answer is {} {way}, everywhere the same: a constant was added.",
        short(c.abs())
    );
    (fits && all >= 3)
        .then(|| Finding::new("constant-offset", text))
        .flatten()
}

fn term(case: &Case, k: usize, value: f64, doubt: f64) -> Expected {
    let mut expected = Expected::plus(case, k, value);
    expected.bound += doubt;
    expected
}

/// The difference is a multiple of the point, or of its signs, in every block or in some.
pub(super) fn penalty(evidence: &Evidence) -> Option<Finding> {
    type Shape = (&'static str, fn(f64) -> f64);
    let shapes: [Shape; 2] = [
        ("the point itself, as of a squared penalty", |x| x),
        (
            "the signs of the point, as of a penalty on absolute values",
            |x| {
                if x == 0.0 { 0.0 } else { x.signum() }
            },
        ),
    ];
    for (what, shape) in shapes {
        let Some((c, doubt)) = slope(evidence, shape) else {
            continue;
        };
        let mut biggest = 0.0_f64;
        for case in evidence.cases {
            biggest = case
                .point
                .iter()
                .fold(biggest, |top, x| top.max(shape(*x).abs()));
        }
        let fits = evidence.explained(2, |case| penalised(case, shape, c, doubt));
        if fits && biggest > 0.0 {
            let way = if c > 0.0 { "" } else { "minus " };
            let text = format!(
                "Yours minus the true one is {way}{} times {what}. That is consistent with a penalty that is {}.",
                short(c.abs()),
                if c > 0.0 {
                    "counted once too often"
                } else {
                    "missing"
                },
            );
            return Finding::new("regularisation-term", text);
        }
    }
    None
}

/// The multiple, at the wrong number where it is known best, and how sure it is.
fn slope(evidence: &Evidence, shape: fn(f64) -> f64) -> Option<(f64, f64)> {
    let all = evidence
        .cases
        .iter()
        .flat_map(|case| (0..case.claimed.len()).map(move |k| (case, k)));
    let known = all
        .filter(|(case, k)| !case.right(*k))
        .filter_map(|(case, k)| {
            let s = shape(case.x(k)?);
            (s != 0.0).then(|| (case.excess(k) / s, case.bound[k] / s.abs()))
        });
    known.min_by(|a, b| a.1.total_cmp(&b.1))
}

/// Blocks that are right stay; in the others every number gets its share.
fn penalised(case: &Case, shape: fn(f64) -> f64, c: f64, doubt: f64) -> Option<Vec<Expected>> {
    let mut expected = Vec::new();
    let mut start = 0;
    for block in case.blocks {
        let range = start..start + block.len();
        start = range.end;
        let right = range.clone().all(|k| case.right(k));
        for k in range {
            let s = if right { 0.0 } else { shape(case.x(k)?) };
            // At 0 the sign is whatever the language says: −1, 0 or 1.
            let either = if s == 0.0 && !right {
                c.abs() * shape(1.0 + case.x(k)?)
            } else {
                0.0
            };
            let either = if shape(2.0) == 1.0 { either } else { 0.0 };
            expected.push(term(case, k, c * s, doubt * s.abs() + either));
        }
    }
    Some(expected)
}

/// A block that has the gradient of another block of its shape added to its own.
pub(super) fn other_block(evidence: &Evidence) -> Option<Finding> {
    if !evidence.uniform() {
        return None;
    }
    let ranges = evidence.ranges();
    let pairs = ranges
        .iter()
        .flat_map(|a| ranges.iter().map(move |b| (&a.1, &b.1)));
    for (a, b) in pairs.filter(|(a, b)| a != b && a.len() == b.len() && a.len() > 1) {
        let fits = evidence.explained_each(1, |case, k| {
            if !a.contains(&k) {
                return Some(Expected::of(case, k));
            }
            let other = b.start + (k - a.start);
            Some(term(case, k, case.truth[other], case.bound[other]))
        });
        if fits {
            let (a, b) = (evidence.block_name(a), evidence.block_name(b));
            let text = format!(
                "{a} is the true {a} plus the true {b}. That is consistent with a sum that was not cleared in between."
            );
            return Finding::new("accumulated-twice", text);
        }
    }
    None
}
