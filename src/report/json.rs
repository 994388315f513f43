//! The report as JSON: `what`, `verdict`, `points`, `wrong`, and of the clearest point `point`, `yours`, `truth`,
//! `bound`, `ratio`, `names`; then `diagnosis`.

use super::Report;
use crate::check::Verdict;
use serde_json::{Value, json};

pub(super) fn value(report: &Report) -> Value {
    let point = report.clearest().or(report.points.first());
    let rows = |pick: fn(&crate::check::Judged) -> f64| -> Value {
        point.map_or(Value::Null, |p| {
            p.rows.iter().map(|row| number(pick(row))).collect()
        })
    };
    json!({
        "what": report.what,
        "verdict": report.verdict().id(),
        "passes": report.passes(),
        "sensitivity": sensitivity(report.verdict()),
        "points": report.points.len(),
        "wrong": report.points.iter().filter(|p| p.verdict == Verdict::Disagrees).count(),
        "point": point.map(|p| p.point.iter().map(|x| number(*x)).collect::<Vec<_>>()),
        "names": point.map(|p| p.row_names.clone()),
        "yours": rows(|row| row.claimed),
        "truth": rows(|row| row.estimate.value),
        "bound": rows(|row| row.tolerance),
        "ratio": rows(|row| row.claimed / row.estimate.value),
        "blind_spots": super::notes::unseen(report),
        "projection": report.projection().map(|p| json!({
            "probes": p.probes, "single": number(p.single), "pattern": number(p.pattern), "miss": p.miss, "wrong": p.wrong,
        })),
        "diagnosis": report.diagnosis().map(|d| json!({ "mistake": d.mistake, "text": d.text, "runner_up": d.runner_up })),
        "section": lesson(report),
        "evaluations": report.evaluations(),
        "seed": report.seed,
        "text": report.to_string(),
    })
}

/// JSON has no NaN and no infinities: they travel as text.
fn number(value: f64) -> Value {
    match value.is_finite() {
        true => json!(value),
        false if value.is_nan() => json!("NaN"),
        false if value > 0.0 => json!("Infinity"),
        false => json!("-Infinity"),
    }
}

fn sensitivity(verdict: &Verdict) -> Value {
    match verdict {
        Verdict::Agrees { sensitivity } | Verdict::AgreesWeakly { sensitivity } => {
            number(*sensitivity)
        }
        _ => Value::Null,
    }
}

fn lesson(report: &Report) -> Option<u8> {
    let id = report.diagnosis()?.mistake.as_deref()?;
    crate::mistake::find(id).map(|mistake| mistake.lesson)
}
