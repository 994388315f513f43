//! A claim of derivatives along one direction, and a claimed Hessian.

use super::columns::Task;
use super::judge::{Judged, judge};
use crate::gradient::{second, shifted};
use crate::numeric::full;
use crate::numeric::line::Line;

/// Judges J v: one number an output. `task.claim` has as many numbers as there are outputs.
pub(crate) fn judge_product(task: &Task, v: &[f64]) -> Vec<Judged> {
    let along = |t: f64| (task.value)(&shifted(task.x, v, t));
    let line = Line::new(0.0, task.centre, &along);
    judged(task, full(&line, &task.widened(&task.noises())))
}

/// Judges a Hessian of the one output, row by column.
pub(crate) fn judge_hessian(task: &Task) -> Vec<Judged> {
    let n = task.x.len();
    let noise = task.widened(&task.noises())[0].far;
    let value = |at: &[f64]| (task.value)(at)[0];
    let entries = (0..n * n).map(|k| second::mixed(&value, task.x, k % n, k / n, noise));
    judged(task, entries.collect())
}

fn judged(task: &Task, estimates: Vec<crate::numeric::Estimate>) -> Vec<Judged> {
    let largest = (estimates.iter()).fold(0.0_f64, |top, e| top.max(e.value.abs() - e.error));
    (estimates.into_iter().enumerate())
        .map(|(k, estimate)| {
            let row = judge(
                task.claim[k],
                task.claim_noise[k],
                estimate,
                largest,
                task.resolution,
            );
            Judged {
                careful: true,
                ..row
            }
        })
        .collect()
}
