//! A function along a line, and its values at steps to both sides, or to one where the domain ends.

use super::noise::Level;
use super::tableau::{Quotient, UNIT};
use std::cell::Cell;

/// The ratio of neighbouring steps. Not 2: a ladder of halvings aliases with periodic functions.
pub(crate) const RATIO: f64 = 3.1;
/// How often a first step may shrink before the point counts as the edge of the domain.
const SHRINKS: usize = 40;

/// `value(position)` for positions near `origin`; an output that is not finite counts as outside the domain.
pub(crate) struct Line<'a> {
    value: &'a dyn Fn(f64) -> Vec<f64>,
    /// The position of the point itself.
    pub(crate) origin: f64,
    /// The outputs at the point itself.
    pub(crate) centre: &'a [f64],
    evaluations: Cell<usize>,
}

/// The outputs at one step to either side; at the edge of a domain one of the steps is 0.
#[derive(Debug, Clone)]
pub(crate) struct Rung {
    right: f64,
    left: f64,
    pub(crate) plus: Vec<f64>,
    pub(crate) minus: Vec<f64>,
}

/// To which sides of the point the function is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Both,
    Right,
    Left,
}

impl<'a> Line<'a> {
    pub(crate) fn new(origin: f64, centre: &'a [f64], value: &'a dyn Fn(f64) -> Vec<f64>) -> Self {
        Self {
            value,
            origin,
            centre,
            evaluations: Cell::new(0),
        }
    }

    /// How often the function was called.
    pub(crate) fn evaluations(&self) -> usize {
        self.evaluations.get()
    }

    /// The size of a step that counts as large here.
    pub(crate) fn unit(&self) -> f64 {
        self.origin.abs().max(1.0)
    }

    /// The outputs at a position, `None` outside the domain.
    fn at(&self, position: f64) -> Option<Vec<f64>> {
        self.evaluations.set(self.evaluations.get() + 1);
        let values = (self.value)(position);
        (values.len() == self.centre.len() && values.iter().all(|v| v.is_finite()))
            .then_some(values)
    }

    /// The outputs at a step of size `h`, with the steps that really happened.
    fn rung(&self, h: f64, side: Side) -> Option<Rung> {
        let go = |position: f64, wanted: bool| match wanted {
            true => self.at(position),
            false => Some(self.centre.to_vec()),
        };
        let right = if side == Side::Left {
            self.origin
        } else {
            self.origin + h
        };
        let left = if side == Side::Right {
            self.origin
        } else {
            self.origin - h
        };
        if right == left || (side == Side::Both && (right == self.origin || left == self.origin)) {
            return None;
        }
        Some(Rung {
            right: right - self.origin,
            left: self.origin - left,
            plus: go(right, side != Side::Left)?,
            minus: go(left, side != Side::Right)?,
        })
    }

    /// Rungs from `h` down, each finer by [`RATIO`], until `count` are there or `enough` says so. They start finer
    /// where a step leaves the domain, and go to one side where the point is its edge.
    pub(crate) fn ladder(
        &self,
        h: f64,
        count: usize,
        enough: impl Fn(&[Rung]) -> bool,
    ) -> Vec<Rung> {
        [Side::Both, Side::Right, Side::Left]
            .into_iter()
            .map(|side| self.one_ladder(h, count, side, &enough))
            .find(|rungs| rungs.len() >= 3)
            .unwrap_or_default()
    }

    fn one_ladder(
        &self,
        start: f64,
        count: usize,
        side: Side,
        enough: &impl Fn(&[Rung]) -> bool,
    ) -> Vec<Rung> {
        let mut rungs = Vec::with_capacity(count);
        let (mut h, mut shrunk) = (start, 0);
        while rungs.len() < count && shrunk < SHRINKS && !enough(&rungs) {
            match self.rung(h, side) {
                Some(rung) => rungs.push(rung),
                None if !rungs.is_empty() && self.origin + h == self.origin => break,
                None => shrunk += 1,
            }
            h /= RATIO;
        }
        rungs
    }
}

impl Rung {
    /// The size of the step.
    pub(crate) fn h(&self) -> f64 {
        self.right.max(self.left)
    }

    /// Whether there are values to both sides.
    pub(crate) fn two_sided(&self) -> bool {
        self.right > 0.0 && self.left > 0.0
    }

    /// How far rounding and noise can have moved a value of output `j`: the measured noise, or the rounding of the
    /// value itself where that is larger, and the rounding of the input, which the slope carries over.
    pub(crate) fn level(&self, j: usize, noise: Level, line: &Line) -> f64 {
        let largest = self.plus[j].abs().max(self.minus[j].abs());
        noise.at(self.h() / line.unit(), largest)
            + 4.0 * UNIT * line.origin.abs() * self.secant(j, line.centre[j])
    }

    /// The difference quotient of output `j`.
    pub(crate) fn quotient(&self, j: usize, noise: Level, line: &Line) -> Quotient {
        let width = self.right + self.left;
        let h = self.h();
        Quotient {
            t: if self.two_sided() { h * h } else { h },
            value: (self.plus[j] - self.minus[j]) / width,
            noise: 2.0 * self.level(j, noise, line) / width,
        }
    }

    /// The steepest slope from the point to either side: how much output `j` moves here.
    pub(crate) fn secant(&self, j: usize, centre: f64) -> f64 {
        (self.plus[j] - centre)
            .abs()
            .max((self.minus[j] - centre).abs())
            / self.h()
    }

    /// What is left of the second difference: |f(x+h) − 2 f(x) + f(x−h)|, the part of f that is even around x.
    pub(crate) fn even(&self, j: usize, centre: f64) -> f64 {
        ((self.plus[j] - centre) + (self.minus[j] - centre)).abs()
    }

    /// The slopes to the left and to the right.
    pub(crate) fn slopes(&self, j: usize, centre: f64) -> (f64, f64) {
        (
            (centre - self.minus[j]) / self.left,
            (self.plus[j] - centre) / self.right,
        )
    }
}
