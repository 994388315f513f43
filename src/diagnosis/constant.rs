//! Everything is the same constant times the truth.

use super::{Case, Diagnosis};

/// Every claimed number is 0.
pub(super) fn all_zero(cases: &[Case]) -> Option<Diagnosis> {
    let zero = cases
        .iter()
        .all(|case| case.claimed.iter().all(|g| *g == 0.0));
    zero.then(|| {
        let text = "Your answer is zero everywhere. Is the branch that computes it reached?";
        Diagnosis::named("always-zero", text.to_string())
    })
}

/// One factor explains every number of every point.
pub(super) fn factor(cases: &[Case]) -> Option<Diagnosis> {
    let c = best_factor(cases)?;
    let fits = |c: f64| {
        cases.iter().all(|case| {
            (0..case.claimed.len()).all(|k| case.near(k, case.claimed[k], c * case.truth[k], c))
        })
    };
    let (c, id, why) = (named_factors(cases).into_iter())
        .find(|(named, _, _)| (named - c).abs() <= 1e-3 * c.abs() && fits(*named))
        .or_else(|| unnamed(cases, c).filter(|(c, _, _)| fits(*c)))?;
    let text = if c == -1.0 {
        "At every point your answer has the right size and the opposite sign.".to_string()
    } else {
        format!(
            "At every point your answer is {} times the true one{}, so the shape of the derivation is right and one constant is wrong{why}",
            short(c),
            if cases[0].claimed.len() > 1 {
                ", in every component"
            } else {
                ""
            },
        )
    };
    Some(Diagnosis::named(id, text))
}

/// A factor that is no named one needs more than one number to be believed.
fn unnamed(cases: &[Case], c: f64) -> Option<(f64, &'static str, String)> {
    let informative = (cases.iter())
        .flat_map(|case| {
            (0..case.truth.len()).map(move |k| case.truth[k].abs() > 10.0 * case.bound[k])
        })
        .filter(|yes| *yes)
        .count();
    (informative >= 3).then(|| (c, "constant-multiple", ".".to_string()))
}

/// The factor seen at the number that is known best.
fn best_factor(cases: &[Case]) -> Option<f64> {
    let all = cases.iter().flat_map(|case| {
        (0..case.truth.len()).map(move |k| {
            (
                case.bound[k] / case.truth[k].abs(),
                case.claimed[k] / case.truth[k],
            )
        })
    });
    all.filter(|(doubt, c)| *doubt < 0.01 && c.is_finite())
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, c)| c)
}

fn named_factors(cases: &[Case]) -> Vec<(f64, &'static str, String)> {
    let mut named = vec![
        (-1.0, "sign-lost", String::new()),
        (
            2.0,
            "factor-two",
            ": a 2 too many, or a missing ½.".to_string(),
        ),
        (
            0.5,
            "factor-two",
            ": a missing 2, or a ½ too many.".to_string(),
        ),
    ];
    if let Some(m) = cases[0].batch.filter(|m| *m > 1) {
        let rows = m as f64;
        let batch = format!(": the batch has {m} rows, ");
        named.push((
            rows,
            "mean-factor-missing",
            format!("{batch}and the mean's 1/m is missing."),
        ));
        named.push((
            1.0 / rows,
            "mean-factor-missing",
            format!("{batch}and a 1/m is one too many."),
        ));
    }
    named
}

fn short(c: f64) -> String {
    let text = format!("{c:.4}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_string(),
        false => text,
    }
}
