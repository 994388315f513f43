//! The numbers behind a check at one point: every claimed number beside its estimate.

use super::guard::{self, Failure};
use super::judge::{Standing, judge, tolerance};
use crate::gradient::{moved, noises, second};
use crate::numeric::line::Line;
use crate::numeric::smooth::{self, Shape};
use crate::numeric::{Estimate, full, jitter, screen};
use crate::sample::Stream;

/// A function of a flat point; outputs of a call that panics are NaN.
pub(crate) type Value<'a> = dyn Fn(&[f64]) -> Vec<f64> + 'a;

/// One claimed number, judged.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    pub(crate) claimed: f64,
    pub(crate) estimate: Estimate,
    pub(crate) tolerance: f64,
    pub(crate) standing: Standing,
    /// Slopes to both sides where the function has a kink along this coordinate.
    pub(crate) kink: Option<(f64, f64)>,
}

/// What all engines need to know.
pub(crate) struct Setting {
    pub(crate) resolution: f64,
    pub(crate) seed: u64,
}

impl Setting {
    fn judged(&self, claimed: f64, estimate: Estimate, largest: f64) -> Judged {
        Judged {
            claimed,
            tolerance: tolerance(claimed, &estimate),
            standing: judge(claimed, &estimate, largest, self.resolution),
            estimate,
            kink: None,
        }
    }
}

/// A value function that turns panics into NaN: outside the domain.
pub(crate) fn shielded<'a>(
    value: &'a dyn Fn(&[f64]) -> Vec<f64>,
    outputs: usize,
) -> impl Fn(&[f64]) -> Vec<f64> + 'a {
    move |x| match guard::call(|| value(x)) {
        Ok(values) if values.len() == outputs => values,
        _ => vec![f64::NAN; outputs],
    }
}

/// Judges a claimed Jacobian, outputs × inputs, column by column. A gradient is the case of one output.
pub(crate) fn jacobian(value: &Value, x: &[f64], claim: &[f64], setting: &Setting) -> Vec<Judged> {
    let centre = value(x);
    let outputs = centre.len();
    let noises = noises(value, x, setting.seed);
    let mut random = Stream::new(setting.seed, "screen");
    let largest = claim.iter().fold(0.0_f64, |top, g| top.max(g.abs()));
    let mut rows = Vec::with_capacity(claim.len());
    for i in 0..x.len() {
        let along = |position: f64| value(&moved(x, i, position));
        let line = Line::new(x[i], &along);
        let column = &claim[i * outputs..(i + 1) * outputs];
        rows.extend(column_of(
            &line,
            column,
            &centre,
            &noises,
            largest,
            setting,
            jitter(&mut random),
        ));
    }
    rows
}

/// Judges a claimed derivative along one line: a column of a Jacobian, or a Jacobian-vector product.
pub(crate) fn column_of(
    line: &Line,
    column: &[f64],
    centre: &[f64],
    noises: &[f64],
    largest: f64,
    setting: &Setting,
    jitter: f64,
) -> Vec<Judged> {
    let judged = |estimates: Vec<Estimate>| -> Vec<Judged> {
        (column.iter().zip(estimates))
            .map(|(claimed, estimate)| setting.judged(*claimed, estimate, largest))
            .collect()
    };
    let quick = judged(screen(line, noises, jitter));
    if quick.iter().all(|row| row.standing == Standing::Agrees) {
        return quick;
    }
    let mut careful = judged(full(line, noises));
    let rungs = line.ladder(1e-2 * line.unit(), 14);
    for (j, row) in careful.iter_mut().enumerate() {
        if let Shape::Kink { left, right } = smooth::classify(&rungs, centre[j], j, noises[j]) {
            row.kink = Some((left, right));
        }
    }
    careful
}

/// Judges a claimed Hessian, row by column.
pub(crate) fn hessian(value: &Value, x: &[f64], claim: &[f64], setting: &Setting) -> Vec<Judged> {
    let scalar = |point: &[f64]| value(point)[0];
    let noise = noises(value, x, setting.seed)[0];
    let largest = claim.iter().fold(0.0_f64, |top, g| top.max(g.abs()));
    let n = x.len();
    (0..n * n)
        .map(|k| {
            let estimate = second::mixed(&scalar, x, k % n, k / n, noise);
            setting.judged(claim[k], estimate, largest)
        })
        .collect()
}

/// A call of the caller's code, its failure as a stage of the check.
pub(crate) fn attempt<T>(who: &str, at: &str, body: impl FnOnce() -> T) -> Result<T, super::Stage> {
    guard::call(body).map_err(|failure| match failure {
        Failure::Todo(text) => super::Stage::NotStarted(text),
        Failure::Panic(text) => super::Stage::Panic(format!("{who} panicked at {at}: {text}")),
    })
}
