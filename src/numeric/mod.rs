//! The derivative of a function of one number, with a bound on its error.
//!
//! A ladder of central difference quotients with steps that shrink by 3.1 is extrapolated to step 0. The bound
//! is the truncation seen in the tableau plus the noise of the function's values carried through it.

pub(crate) mod line;
pub(crate) mod noise;
pub(crate) mod smooth;
pub(crate) mod tableau;

use line::{Line, RATIO, Rung};
use tableau::{Entry, Quotient};

/// A derivative found by nudging, with everything needed to judge it.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The derivative. NaN when none could be found.
    pub value: f64,
    /// Bound on |value − true derivative|; infinite when none could be found.
    pub error: f64,
    /// The part of `error` that comes from rounding and noise of the function.
    pub noise: f64,
    /// How much the function moves per unit step around here; a yardstick where the derivative is 0.
    pub scale: f64,
    /// The finest step that entered.
    pub step: f64,
    /// The order of the method that was chosen: the error falls like step to this power.
    pub order: usize,
    /// How often the function was called.
    pub evaluations: usize,
}

/// The derivative of `f` at `x`, with a bound on the error.
///
/// Takes about 30 to 140 evaluations. Outside its domain `f` may return NaN or an infinity: steps shrink until
/// they stay inside.
///
/// ```
/// let estimate = pencilgrad::numeric::derivative(f64::exp, 1.0);
/// let truth = 1.0_f64.exp();
/// assert!((estimate.value - truth).abs() <= estimate.error);
/// assert!(estimate.error < 1e-10);
/// ```
pub fn derivative(f: impl Fn(f64) -> f64, x: f64) -> Estimate {
    let outputs = |position: f64| vec![f(position)];
    let scale = x.abs().max(1.0);
    let function_noise = noise::along(|t| f(x + t * scale))
        .max(noise::along(|t| f((x + 0.004 * scale) + t * scale)));
    let line = Line::new(x, &outputs);
    full(&line, &[function_noise]).pop().expect("one output")
}

/// The cheap estimate of every output: three rungs, six evaluations.
pub(crate) fn screen(line: &Line, noises: &[f64], jitter: f64) -> Vec<Estimate> {
    let rungs = line.ladder(4e-3 * line.unit() * jitter.exp2(), 3);
    estimates(line, &rungs, noises)
}

/// The careful estimate of every output: up to three ladders of twelve rungs.
pub(crate) fn full(line: &Line, noises: &[f64]) -> Vec<Estimate> {
    let mut starts = vec![0.2 * line.unit(), 1e-4 * line.unit()];
    if line.origin != 0.0 && line.origin.abs() < 0.5 {
        starts.insert(1, 0.2 * line.origin.abs());
    }
    let mut best: Vec<Estimate> = vec![missing(); noises.len()];
    for start in starts {
        let rungs = line.ladder(start, 12);
        for (kept, new) in best.iter_mut().zip(estimates(line, &rungs, noises)) {
            combine(kept, new);
        }
    }
    best.iter_mut()
        .for_each(|estimate| estimate.evaluations = line.evaluations());
    best
}

/// Keeps the better of two estimates, its bound enlarged to any disagreement with the other.
fn combine(kept: &mut Estimate, new: Estimate) {
    if !new.error.is_finite() {
        return;
    }
    let gap = (kept.value - new.value).abs();
    let explained = kept.error + new.error;
    let (mut better, other) = if new.error < kept.error {
        (new, kept.clone())
    } else {
        (kept.clone(), new)
    };
    if other.error.is_finite() && gap > explained {
        better.error = gap;
    }
    better.scale = better.scale.max(other.scale);
    *kept = better;
}

fn estimates(line: &Line, rungs: &[Rung], noises: &[f64]) -> Vec<Estimate> {
    (noises.iter().enumerate())
        .map(|(j, noise)| estimate(line, rungs, j, *noise))
        .collect()
}

fn estimate(line: &Line, rungs: &[Rung], j: usize, function_noise: f64) -> Estimate {
    let quotients: Vec<Quotient> = (rungs.iter())
        .map(|rung| rung.quotient(j, function_noise, line.origin))
        .collect();
    let chosen = (tableau::entries(&quotients).into_iter())
        .filter(|entry| entry.error.is_finite() && fine_side_agrees(entry, &quotients))
        .min_by(|a, b| a.error.total_cmp(&b.error));
    let scale = rungs.iter().map(|rung| rung.secant(j)).fold(0.0, f64::max);
    match chosen {
        None => Estimate {
            scale,
            evaluations: line.evaluations(),
            ..missing()
        },
        Some(entry) => Estimate {
            value: entry.value,
            error: entry.error,
            noise: entry.noise,
            scale,
            step: rungs[entry.row].h,
            order: 2 * (entry.column + 1),
            evaluations: line.evaluations(),
        },
    }
}

/// Whether every rung finer than those of the entry agrees with it, as far as its own noise and truncation allow.
fn fine_side_agrees(entry: &Entry, quotients: &[Quotient]) -> bool {
    let last = &quotients[entry.row];
    let coarse = (last.value - entry.value).abs();
    quotients[entry.row + 1..].iter().all(|finer| {
        let allowed = 2.0 * entry.error + 2.0 * finer.noise + 2.0 * coarse * (finer.t / last.t);
        (finer.value - entry.value).abs() <= allowed
    })
}

pub(crate) fn missing() -> Estimate {
    Estimate {
        value: f64::NAN,
        error: f64::INFINITY,
        noise: f64::INFINITY,
        scale: 0.0,
        step: f64::NAN,
        order: 0,
        evaluations: 0,
    }
}

/// A start of the screen's ladder that differs from coordinate to coordinate.
pub(crate) fn jitter(random: &mut crate::sample::Stream) -> f64 {
    random.between(0.0, 1.0)
}

const _: () = assert!(RATIO > 3.0);
