//! Derivatives with respect to many numbers: thin loops over [`numeric`](crate::numeric).

pub(crate) mod second;

use crate::numeric::line::Line;
use crate::numeric::{Estimate, full, noise};
use crate::params::Params;
use crate::sample::Stream;
use std::borrow::Borrow;

/// The gradient of `f` at `point`: one estimate for each number of the point, in order of storage.
///
/// Takes about 60 to 140 evaluations a coordinate: made to be trusted, not to be fast.
///
/// ```
/// use pencilgrad::gradient::gradient;
/// let estimates = gradient(|x: &[f64]| x[0] * x[1].sin(), [2.0, 0.5].as_slice());
/// assert!((estimates[0].value - 0.5_f64.sin()).abs() <= estimates[0].error);
/// ```
pub fn gradient<P: Params + ?Sized>(f: impl Fn(&P) -> f64, point: &P) -> Vec<Estimate> {
    let flat = point.flatten();
    let value = |x: &[f64]| vec![f(point.rebuild(x).borrow())];
    let noises = noises(&value, &flat, 0);
    (0..flat.len())
        .map(|i| {
            let along = |position: f64| value(&moved(&flat, i, position));
            full(&Line::new(flat[i], &along), &noises).swap_remove(0)
        })
        .collect()
}

/// `flat` with coordinate `i` put at `position`.
pub(crate) fn moved(flat: &[f64], i: usize, position: f64) -> Vec<f64> {
    let mut point = flat.to_vec();
    point[i] = position;
    point
}

/// `flat + t · direction`.
pub(crate) fn shifted(flat: &[f64], direction: &[f64], t: f64) -> Vec<f64> {
    flat.iter().zip(direction).map(|(x, d)| x + t * d).collect()
}

/// The noise of every output of `value`, at the point and displaced from it.
pub(crate) fn noises(value: &dyn Fn(&[f64]) -> Vec<f64>, flat: &[f64], seed: u64) -> Vec<f64> {
    let mut random = Stream::new(seed, "noise");
    let direction: Vec<f64> = (flat.iter())
        .map(|x| random.sign() * x.abs().max(1.0))
        .collect();
    let displaced = shifted(flat, &direction, 0.004);
    let outputs = value(flat).len();
    (0..outputs)
        .map(|j| {
            [flat, &displaced]
                .map(|from| {
                    noise::along(|t| {
                        value(&shifted(from, &direction, t))
                            .get(j)
                            .copied()
                            .unwrap_or(f64::NAN)
                    })
                })
                .into_iter()
                .fold(0.0, f64::max)
        })
        .collect()
}
