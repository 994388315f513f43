//! Everything is the same constant times the truth.

use super::evidence::{Evidence, Expected};
use super::table::Finding;
use std::f64::consts::{E, LN_2, LN_10, PI, SQRT_2};
use std::ops::Range;

/// A factor with a name: the mistake, why, and how many numbers must show it before it is believed.
pub(super) struct Named {
    pub(super) factor: f64,
    pub(super) id: &'static str,
    why: String,
    needs: usize,
}

/// Every claimed number is 0.
pub(super) fn all_zero(evidence: &Evidence) -> Option<Finding> {
    let zero = (evidence.cases.iter()).all(|case| case.claimed.iter().all(|g| *g == 0.0));
    let text = "Your answer is zero everywhere. Is the branch that computes it reached?";
    zero.then(|| Finding::new("always-zero", text)).flatten()
}

/// One factor with a name explains every number of every point.
pub(super) fn named(evidence: &Evidence) -> Option<Finding> {
    let c = best_factor(evidence, None)?;
    let known = evidence.informative(None);
    let found = named_factors(evidence).into_iter().find(|named| {
        close(named.factor, c) && known >= named.needs && fits(evidence, named.factor)
    })?;
    Finding::new(found.id, sentence(evidence, found.factor, &found.why))
}

/// One factor without a name; it needs more than one number to be believed.
pub(super) fn unnamed(evidence: &Evidence) -> Option<Finding> {
    let c = best_factor(evidence, None)?;
    let found = evidence.informative(None) >= 3 && fits(evidence, c);
    found
        .then(|| Finding::new("constant-multiple", sentence(evidence, c, ".")))
        .flatten()
}

fn fits(evidence: &Evidence, c: f64) -> bool {
    evidence.explained_each(0, |case, k| Some(Expected::scaled(case, k, c)))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-3 * b.abs()
}

fn sentence(evidence: &Evidence, c: f64, why: &str) -> String {
    if c == -1.0 {
        return "At every point your answer has the right size and the opposite sign.".to_string();
    }
    let several = evidence.cases[0].claimed.len() > 1;
    let everywhere = if several { ", in every component" } else { "" };
    format!(
        "At every point your answer is {} times the true one{everywhere}, so the shape of the derivation is right and one constant is wrong{why}",
        short(c)
    )
}

/// The factor seen at the number that is known best.
pub(super) fn best_factor(evidence: &Evidence, range: Option<&Range<usize>>) -> Option<f64> {
    let all = evidence.cases.iter().flat_map(|case| {
        let whole = 0..case.truth.len();
        let range = range.unwrap_or(&whole).clone();
        range.map(move |k| {
            let doubt = case.bound[k] / case.truth[k].abs();
            (doubt, case.claimed[k] / case.truth[k])
        })
    });
    all.filter(|(doubt, c)| *doubt < 0.01 && c.is_finite())
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, c)| c)
}

/// The factors that have a name here: always, by the batch, by the hints, by the shapes.
pub(super) fn named_factors(evidence: &Evidence) -> Vec<Named> {
    let case = &evidence.cases[0];
    let mut all = vec![
        one(-1.0, "sign-lost", String::new(), 1),
        one(
            2.0,
            "factor-two",
            ": a 2 too many, or a missing ½.".to_string(),
            1,
        ),
        one(
            0.5,
            "factor-two",
            ": a missing 2, or a ½ too many.".to_string(),
            1,
        ),
    ];
    if let Some(rows) = case.batch.filter(|rows| *rows > 1) {
        all.extend(mean(rows as f64, &format!("the batch has {rows} rows"), 1));
    }
    for hint in case.hints.iter().filter(|hint| **hint > 1.0) {
        all.extend(mean(
            *hint,
            &format!("{hint} is one of the sizes you gave"),
            2,
        ));
    }
    let sizes = case.blocks.iter().flat_map(|b| [b.rows, b.cols, b.len()]);
    let sizes = sizes.chain([case.point.len(), case.value.len()]);
    for size in sizes.filter(|size| *size > 2) {
        for factor in [size as f64, 1.0 / size as f64] {
            let why = format!(
                ". That is consistent with a sum over {size} for a mean, or the other way round: {size} is one of the sizes here."
            );
            all.push(one(factor, "constant-multiple", why, 3));
        }
    }
    for (constant, name) in [
        (PI, "π"),
        (E, "e"),
        (LN_2, "ln 2"),
        (LN_10, "ln 10"),
        (SQRT_2, "√2"),
    ] {
        for (factor, name) in [
            (constant, name.to_string()),
            (1.0 / constant, format!("1/{name}")),
        ] {
            let why = format!(". The constant is consistent with {name}.");
            all.push(one(factor, "constant-multiple", why, 3));
        }
    }
    all
}

/// The factors that a mean over `m` that was forgotten, or is one too many, can leave.
fn mean(m: f64, where_from: &str, needs: usize) -> Vec<Named> {
    let missing = format!(": {where_from}, and the mean's 1/m is missing");
    let extra = format!(": {where_from}, and a 1/m is one too many");
    let two = ", and a factor of 2 is wrong as well";
    [
        (m, missing.clone(), ""),
        (1.0 / m, extra.clone(), ""),
        (2.0 * m, missing.clone(), two),
        (m / 2.0, missing, two),
        (2.0 / m, extra.clone(), two),
        (0.5 / m, extra, two),
    ]
    .into_iter()
    .map(|(factor, why, more)| {
        one(
            factor,
            "mean-factor-missing",
            format!("{why}{more}."),
            needs,
        )
    })
    .collect()
}

fn one(factor: f64, id: &'static str, why: String, needs: usize) -> Named {
    Named {
        factor,
        id,
        why,
        needs,
    }
}

/// A factor in few digits.
pub(super) fn short(c: f64) -> String {
    if c != 0.0 && !(1e-3..1e6).contains(&c.abs()) {
        return format!("{c:.3e}");
    }
    let text = format!("{c:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}
