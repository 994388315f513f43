//! Estimates of gradients, Jacobians, directional derivatives and Hessians.

use super::{Value, moved, noises, scales, second, shifted, widened};
use crate::numeric::line::Line;
use crate::numeric::noise::Level;
use crate::numeric::{Estimate, full};
use crate::params::{Block, Params};
use std::borrow::Borrow;

/// What every estimate starts from.
struct Setup<'a> {
    x: Vec<f64>,
    value: Box<Value<'a>>,
    centre: Vec<f64>,
    noises: Vec<Level>,
}

impl<'a> Setup<'a> {
    fn new<P: Params + ?Sized, Q: Params>(f: impl Fn(&P) -> Q + 'a, point: &'a P) -> Self {
        let x = point.flatten();
        let value = move |at: &[f64]| f(point.rebuild(at).borrow()).flatten();
        let centre = value(&x);
        let lens: Vec<usize> = point.blocks().iter().map(Block::len).collect();
        let scales = scales(&x, &lens);
        let near = noises(&value, &x, &scales, centre.len(), 0);
        let noises = widened(&near, &value, &x, &scales, 0);
        Self {
            x,
            value: Box::new(value),
            centre,
            noises,
        }
    }

    fn along(&self, direction: &[f64]) -> Vec<Estimate> {
        let along = |t: f64| (self.value)(&shifted(&self.x, direction, t));
        full(&Line::new(0.0, &self.centre, &along), &self.noises)
    }

    fn column(&self, i: usize) -> Vec<Estimate> {
        let along = |position: f64| (self.value)(&moved(&self.x, i, position));
        full(&Line::new(self.x[i], &self.centre, &along), &self.noises)
    }
}

/// The gradient of `f` at `point`: one estimate for each number of the point, in order of storage.
///
/// Takes 60 to 150 evaluations a coordinate: made to be trusted, not to be fast.
///
/// ```
/// use pencilgrad::gradient::gradient;
///
/// let estimates = gradient(|x: &[f64]| x[0] * x[1].sin(), [2.0, 0.5].as_slice());
/// assert!((estimates[0].value - 0.5_f64.sin()).abs() <= estimates[0].error);
/// ```
pub fn gradient<P: Params + ?Sized>(f: impl Fn(&P) -> f64, point: &P) -> Vec<Estimate> {
    jacobian(f, point)
}

/// The Jacobian of `f` at `point`, outputs × inputs, column after column: the entry for output `j` and input `i` of
/// `m` outputs is number `i * m + j`.
pub fn jacobian<P: Params + ?Sized, Q: Params>(f: impl Fn(&P) -> Q, point: &P) -> Vec<Estimate> {
    let setup = Setup::new(f, point);
    (0..setup.x.len()).flat_map(|i| setup.column(i)).collect()
}

/// The derivative of every output of `f` along `direction`, which has as many numbers as the point: J v.
///
/// # Panics
/// When `direction` has another length than the point.
pub fn directional<P: Params + ?Sized, Q: Params>(
    f: impl Fn(&P) -> Q,
    point: &P,
    direction: &[f64],
) -> Vec<Estimate> {
    assert_eq!(
        direction.len(),
        point.count(),
        "the direction has as many numbers as the point"
    );
    Setup::new(f, point).along(direction)
}

/// The Hessian of `f` at `point`, column after column, from values of `f` alone: about 40 evaluations an entry,
/// and half the digits of a first derivative.
pub fn hessian<P: Params + ?Sized>(f: impl Fn(&P) -> f64, point: &P) -> Vec<Estimate> {
    let setup = Setup::new(f, point);
    let n = setup.x.len();
    let value = |at: &[f64]| (setup.value)(at)[0];
    (0..n * n)
        .map(|k| second::mixed(&value, &setup.x, k % n, k / n, setup.noises[0].far))
        .collect()
}

/// The Hessian times `direction`, from a gradient that is trusted.
///
/// # Panics
/// When `direction` has another length than the point.
pub fn hessian_vector<P: Params + ?Sized, Q: Params>(
    gradient: impl Fn(&P) -> Q,
    point: &P,
    direction: &[f64],
) -> Vec<Estimate> {
    directional(gradient, point, direction)
}
