//! A second opinion: the function over dual numbers, trusted only where it agrees with nudging.

use super::columns::Task;
use super::guard;
use super::judge::{Judged, judge};
use crate::autodiff::Dual;
use crate::gradient::{shifted, tailored};
use crate::numeric::noise;
use crate::sample::Stream;

/// Replaces the estimates of a gradient by the exact slopes, with a bound from the noise of the slopes themselves.
/// Nothing changes when the oracle has another value than the function, or one slope is outside its estimate's bound:
/// then it is the oracle that is in doubt.
pub(crate) fn refine(rows: &mut [Judged], task: &Task, dual: &dyn Fn(&[Dual]) -> Dual) {
    let slopes = |at: &[f64]| slopes(dual, at, rows.len());
    let (value, exact) = slopes(task.x);
    let same_value =
        (value - task.centre[0]).abs() <= 1e-9 * task.centre[0].abs().max(f64::MIN_POSITIVE);
    let fits = |(row, slope): (&Judged, &f64)| {
        let off = (row.estimate.value - slope).abs();
        off.is_nan() || off <= row.estimate.error
    };
    if !same_value || !rows.iter().zip(&exact).all(fits) {
        return;
    }
    let direction = tailored(
        task.x,
        &task.scales(),
        &mut Stream::new(task.seed, "oracle"),
    );
    let noises = noise::along(rows.len(), &|t| slopes(&shifted(task.x, &direction, t)).1);
    let largest = exact
        .iter()
        .fold(0.0_f64, |top, slope| top.max(slope.abs()));
    for (k, row) in rows.iter_mut().enumerate() {
        if row.slopes().is_some() || noises[k] >= row.estimate.error {
            continue;
        }
        let mut estimate = row.estimate.clone();
        estimate.value = exact[k];
        estimate.error = noises[k];
        estimate.noise = noises[k];
        estimate.doubt = 0.0;
        *row = judge(
            task.claim[k],
            task.claim_noise[k],
            estimate,
            largest,
            task.resolution,
        );
        row.careful = true;
    }
}

/// The value and all slopes, one run a coordinate; NaN where a run panics.
fn slopes(dual: &dyn Fn(&[Dual]) -> Dual, at: &[f64], count: usize) -> (f64, Vec<f64>) {
    let run = |i: usize| {
        let point: Vec<Dual> = (at.iter().enumerate())
            .map(|(j, v)| Dual::new(*v, if i == j { 1.0 } else { 0.0 }))
            .collect();
        guard::call(|| dual(&point)).unwrap_or(Dual::new(f64::NAN, f64::NAN))
    };
    let runs: Vec<Dual> = (0..count).map(run).collect();
    (runs[0].value, runs.iter().map(|run| run.slope).collect())
}
