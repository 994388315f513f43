//! What a message adds when there is something to add: blind spots, random directions, the seed, the ladder.

use super::Report;
use crate::check::Verdict;
use crate::check::point::Outcome;

/// So many blind spots are named.
const BLIND: usize = 4;
/// So many rows have their ladder shown.
const LADDERS: usize = 3;

/// Mistakes that no point could have shown: a sentence, or nothing.
pub(super) fn blind_spots(report: &Report) -> String {
    let blind = unseen(report);
    if blind.is_empty() {
        return String::new();
    }
    let points = if report.points.len() == 1 {
        "This point"
    } else {
        "These points"
    };
    let more = if blind.len() > BLIND { ", …" } else { "" };
    let shown = blind
        .iter()
        .take(BLIND)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    format!(" {points} could not have shown: {shown}{more}.")
}

/// Mistakes that no point could have shown.
pub(super) fn unseen(report: &Report) -> Vec<String> {
    let mut agreeing = report.points.iter().filter(|point| point.verdict.agrees());
    let Some(first) = agreeing.next() else {
        return Vec::new();
    };
    let everywhere = |what: &&String| {
        report
            .points
            .iter()
            .filter(|p| p.verdict.agrees())
            .all(|p| p.blind.contains(what))
    };
    first.blind.iter().filter(everywhere).cloned().collect()
}

/// What the random directions promise or found.
pub(super) fn projection(point: &Outcome) -> String {
    let Some(projection) = &point.projection else {
        return String::new();
    };
    let probes = projection.probes;
    match projection.wrong.is_empty() {
        true => format!(
            " {probes} random directions: any single number off by more than {:.1e} would have been seen; errors of another pattern, up to {:.1e}, are missed with probability at most {:.0e}.",
            projection.single, projection.pattern, projection.miss
        ),
        false => format!(
            " By {probes} random directions: wrong in {}{}.",
            projection.wrong.join(", "),
            if point.rows.is_empty() {
                "; no single number stands out"
            } else {
                ", located by halving"
            }
        ),
    }
}

/// How to see the same again.
pub(super) fn replay(report: &Report) -> String {
    let random = report.points.iter().any(|point| point.projection.is_some());
    match report.seed != 0 || random {
        true => format!(" `.seed({})` repeats this check.", report.seed),
        false => String::new(),
    }
}

/// The rungs behind the first rows that did not pass, coarse to fine: step and difference quotient.
pub(super) fn ladder(report: &Report) -> String {
    let Some(point) = report.clearest().or(report.points.first()) else {
        return String::new();
    };
    let open = (point.rows.iter().enumerate()).filter(|(_, row)| !row.estimate.ladder.is_empty());
    let mut lines = Vec::new();
    for (k, row) in open.take(LADDERS) {
        let estimate = &row.estimate;
        lines.push(format!(
            "{}: yours {:e}, by nudging {:e} ± {:.1e} (noise {:.1e}), order {}, from step {:.1e}",
            point.row_names[k],
            row.claimed,
            estimate.value,
            estimate.error,
            estimate.noise,
            estimate.order,
            estimate.step
        ));
        lines.push(format!("{:>12}  {:>24}", "step", "difference quotient"));
        lines.extend(
            estimate
                .ladder
                .iter()
                .map(|(h, quotient)| format!("{h:>12.3e}  {quotient:>24.15e}")),
        );
    }
    match lines.is_empty() {
        true => {
            "Every number passed the screen of three steps; there is no ladder to show.".to_string()
        }
        false => lines.join("\n"),
    }
}

/// How many points of a report are kinks.
pub(super) fn kinks(report: &Report) -> usize {
    (report.points.iter())
        .filter(|point| matches!(point.verdict, Verdict::NotSmooth { .. }))
        .count()
}
