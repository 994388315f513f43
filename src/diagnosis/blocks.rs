//! One block is right, another is wrong in a way of its own.

use super::constant::{best_factor, named_factors, short};
use super::evidence::{Evidence, Expected};
use super::table::Finding;
use crate::params::Form;
use std::ops::Range;

/// Some blocks are right, every other one is a constant times the truth.
pub(super) fn factor(evidence: &Evidence) -> Option<Finding> {
    if !evidence.uniform() || evidence.ranges().len() < 2 {
        return None;
    }
    let mut wrong = Vec::new();
    for (_, range) in evidence.ranges() {
        let is = |c: f64| range_is(evidence, &range, c);
        if is(1.0) {
            continue;
        }
        let (c, id) = explain(evidence, &range)?;
        if !is(c) {
            return None;
        }
        wrong.push((evidence.block_name(&range), c, id));
    }
    let (_, c, id) = wrong.first()?;
    let all_right = wrong.len() < evidence.ranges().len();
    let id = match wrong.iter().all(|(_, other, _)| (other - c).abs() < 1e-6) {
        true => *id,
        false => "constant-multiple",
    };
    let parts: Vec<String> = wrong.iter().map(|(name, c, _)| said(name, *c)).collect();
    let others = if all_right {
        " The others are right."
    } else {
        ""
    };
    Finding::new(
        id,
        format!("{}.{others}{}", parts.join("; "), consistent_with(id)),
    )
}

fn said(name: &str, c: f64) -> String {
    match c {
        0.0 => format!("{name} is zero at every point"),
        -1.0 => format!("{name} has the right size and the opposite sign at every point"),
        _ => format!("{name} is {} times the true one at every point", short(c)),
    }
}

fn consistent_with(id: &str) -> &'static str {
    match id {
        "mean-factor-missing" => {
            " That is consistent with a sum over the batch where a mean belongs, or the other way round."
        }
        "part-left-zero" => " That is consistent with a path to it that is never followed.",
        "factor-two" => " That is consistent with one factor of 2.",
        _ => "",
    }
}

/// The factor of a wrong block, and what it is called.
fn explain(evidence: &Evidence, range: &Range<usize>) -> Option<(f64, &'static str)> {
    let claims = evidence
        .cases
        .iter()
        .map(|case| &case.claimed[range.clone()]);
    if claims.flatten().all(|g| *g == 0.0) {
        return Some((0.0, "part-left-zero"));
    }
    let c = best_factor(evidence, Some(range))?;
    let named = named_factors(evidence).into_iter();
    let found = (named.into_iter())
        .find(|named| named.id != "constant-multiple" && (named.factor - c).abs() <= 1e-3 * c.abs())
        .filter(|named| range_is(evidence, range, named.factor));
    match found {
        Some(named) => Some((named.factor, named.id)),
        None => (evidence.informative(Some(range)) >= 3).then_some((c, "constant-multiple")),
    }
}

fn range_is(evidence: &Evidence, range: &Range<usize>, c: f64) -> bool {
    (evidence.cases.iter())
        .all(|case| (range.clone()).all(|k| Expected::scaled(case, k, c).is(case.claimed[k])))
}

/// Every row (or column) of a matrix is the first one, the mean or the sum of the true ones.
pub(super) fn rows_alike(evidence: &Evidence) -> Option<Finding> {
    if !evidence.uniform() {
        return None;
    }
    for across_rows in [true, false] {
        for (what, take) in REDUCTIONS {
            let predict = |case: &super::Case| reduced(case, evidence, across_rows, *take);
            if evidence.explained(1, predict) {
                let line = if across_rows { "row" } else { "column" };
                let text = format!(
                    "Every {line} of your answer is the {what} of the true {line}s. That is consistent with a sum or a broadcast along the wrong axis."
                );
                return Finding::new("axis-confused", text);
            }
        }
    }
    None
}

type Reduction = fn(&[Expected]) -> Expected;

const REDUCTIONS: &[(&str, Reduction)] = &[
    ("first", |line| line[0]),
    ("mean", |line| total(line, 1.0 / line.len() as f64)),
    ("sum", |line| total(line, 1.0)),
];

fn total(line: &[Expected], weight: f64) -> Expected {
    Expected {
        value: weight * line.iter().map(|e| e.value).sum::<f64>(),
        bound: weight * line.iter().map(|e| e.bound).sum::<f64>(),
    }
}

fn reduced(
    case: &super::Case,
    evidence: &Evidence,
    across_rows: bool,
    take: Reduction,
) -> Option<Vec<Expected>> {
    let mut expected: Vec<Expected> = (0..case.claimed.len())
        .map(|k| Expected::of(case, k))
        .collect();
    for (which, range) in evidence.ranges() {
        let block = &case.blocks[which];
        let wrong = range.clone().any(|k| !case.right(k));
        if !wrong {
            continue;
        }
        if block.form != Form::Matrix || block.rows < 2 || block.cols < 2 {
            return None;
        }
        let at = |i: usize, j: usize| range.start + i + block.rows * j;
        for k in 0..block.len() {
            let (i, j) = (k % block.rows, k / block.rows);
            let line: Vec<Expected> = match across_rows {
                true => (0..block.rows)
                    .map(|i| Expected::of(case, at(i, j)))
                    .collect(),
                false => (0..block.cols)
                    .map(|j| Expected::of(case, at(i, j)))
                    .collect(),
            };
            expected[at(i, j)] = take(&line);
        }
    }
    Some(expected)
}
