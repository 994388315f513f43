//! Where a gradient of very many numbers is wrong: group testing by halving.

use super::columns::{Task, claim_noise};
use super::judge::{Judged, Standing, judge};
use super::point::Outcome;
use super::projection::{Probe, Prober};
use crate::gradient::Value;
use crate::numeric::full;
use std::ops::Range;

/// Rungs of a probe that only locates: 8 evaluations a halving, so that with the careful look at the end a wrong
/// coordinate costs at most 10 ⌈log₂ N⌉.
const RUNGS: usize = 4;
/// At most so many wrong coordinates are located.
const LOCATED: usize = 4;

/// A coordinate whose claim was replaced by the truth.
type Repaired = (usize, f64);

/// Finds wrong coordinates one after the other: locate one, put the truth in its place, see whether the probe that
/// gave the alarm still disagrees. They become the rows of the outcome.
pub(super) fn wrong_coordinates(
    outcome: &mut Outcome,
    prober: &mut Prober,
    alarm: &Probe,
    range: Range<usize>,
    claim: &Value,
) {
    let mut repaired: Vec<Repaired> = Vec::new();
    while repaired.len() < LOCATED && differs(alarm, prober.task, &repaired) {
        let k = locate(prober, range.clone(), &repaired);
        let row = look(prober, k, alarm.size, claim);
        if row.standing != Standing::Disagrees || repaired.iter().any(|(other, _)| *other == k) {
            break; // many small errors: no single coordinate stands out
        }
        repaired.push((k, row.estimate.value));
        let name = outcome.point_names.coordinate(k);
        outcome.row_names.push(format!("d/d{name}"));
        outcome.rows.push(row);
    }
    outcome.claimed = outcome.rows.iter().map(|row| row.claimed).collect();
    outcome.row_blocks = vec![crate::params::Block::vector(outcome.rows.len())];
    outcome.suspects.clear();
}

/// The careful look at one coordinate.
fn look(prober: &Prober, k: usize, size: f64, claim: &Value) -> Judged {
    let Task {
        x,
        lens,
        seed,
        resolution,
        ..
    } = *prober.task;
    let noise = claim_noise(
        &|at| vec![claim(at)[k]],
        x,
        lens,
        &[prober.task.claim[k]],
        seed,
    )[0];
    let estimate = (prober.task).on_line(k, |line| full(line, &[prober.noise]).swap_remove(0));
    let row = judge(prober.task.claim[k], noise, estimate, size, resolution);
    Judged {
        careful: true,
        ..row
    }
}

/// Halves the range until one coordinate is left. When the left half agrees, the mistake is in the right one.
fn locate(prober: &mut Prober, range: Range<usize>, repaired: &[Repaired]) -> usize {
    let Range {
        start: mut low,
        end: mut high,
    } = range;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        let left = prober.probe(low..middle, RUNGS);
        match differs(&left, prober.task, repaired) {
            true => high = middle,
            false => low = middle,
        }
    }
    low
}

/// Whether a probe disagrees after some coordinates' claims were replaced by the truth.
fn differs(probe: &Probe, task: &Task, repaired: &[Repaired]) -> bool {
    let change = |(k, truth): &Repaired| (truth - task.claim[*k]) * probe.z[*k];
    let claimed = probe.judged.claimed + repaired.iter().map(change).sum::<f64>();
    (claimed - probe.judged.estimate.value).abs() > probe.judged.tolerance
}
