//! A function along a line, and its values at steps to both sides.

use super::tableau::{Quotient, UNIT};
use std::cell::Cell;

/// The ratio of neighbouring steps. Not 2: a ladder of halvings aliases with periodic functions.
pub(crate) const RATIO: f64 = 3.1;

/// `value(position)` for positions near `origin`; an output that is not finite counts as outside the domain.
pub(crate) struct Line<'a> {
    value: &'a dyn Fn(f64) -> Vec<f64>,
    /// The position of the point itself.
    pub(crate) origin: f64,
    evaluations: Cell<usize>,
}

/// The outputs at one step to both sides.
pub(crate) struct Rung {
    /// The realised step.
    pub(crate) h: f64,
    pub(crate) plus: Vec<f64>,
    pub(crate) minus: Vec<f64>,
}

impl<'a> Line<'a> {
    pub(crate) fn new(origin: f64, value: &'a dyn Fn(f64) -> Vec<f64>) -> Self {
        Self {
            value,
            origin,
            evaluations: Cell::new(0),
        }
    }

    pub(crate) fn evaluations(&self) -> usize {
        self.evaluations.get()
    }

    /// The outputs at a position, `None` outside the domain.
    pub(crate) fn at(&self, position: f64) -> Option<Vec<f64>> {
        self.evaluations.set(self.evaluations.get() + 1);
        Some((self.value)(position))
            .filter(|values| !values.is_empty() && values.iter().all(|v| v.is_finite()))
    }

    /// The step of unit size at this point.
    pub(crate) fn unit(&self) -> f64 {
        self.origin.abs().max(1.0)
    }

    /// The outputs at `origin ± h`, with the step that really happened.
    pub(crate) fn central(&self, h: f64) -> Option<Rung> {
        let (right, left) = (self.origin + h, self.origin - h);
        let h = 0.5 * (right - left);
        if h <= 0.0 {
            return None;
        }
        Some(Rung {
            h,
            plus: self.at(right)?,
            minus: self.at(left)?,
        })
    }

    /// Up to `count` rungs, each finer by [`RATIO`], from `h` down; starts finer where the domain is left.
    pub(crate) fn ladder(&self, h: f64, count: usize) -> Vec<Rung> {
        let mut h = h;
        let mut rungs = Vec::with_capacity(count);
        let mut shrunk = 0;
        while rungs.len() < count && shrunk < 40 {
            match self.central(h) {
                Some(rung) => rungs.push(rung),
                None => shrunk += 1,
            }
            h /= RATIO;
        }
        rungs
    }
}

impl Rung {
    /// The central quotient of output `j`, given the noise of the function and the size of the origin.
    pub(crate) fn quotient(&self, j: usize, function_noise: f64, origin: f64) -> Quotient {
        let (plus, minus) = (self.plus[j], self.minus[j]);
        let value = (plus - minus) / (2.0 * self.h);
        let level = function_noise.max(4.0 * UNIT * plus.abs().max(minus.abs()));
        let backward = 4.0 * UNIT * origin.abs() * value.abs();
        Quotient {
            t: self.h * self.h,
            value,
            noise: (level + backward) / self.h,
        }
    }

    /// The larger of the two one-sided slopes: how much the output moves here.
    pub(crate) fn secant(&self, j: usize) -> f64 {
        (self.plus[j] - self.minus[j]).abs() / self.h
    }
}
