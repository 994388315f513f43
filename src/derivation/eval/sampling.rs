//! Where expressions are evaluated: 64 points in strata of every size and sign, the same for the same text.
//!
//! A variable's value at a point depends on its name, the point and the seed only, so every expression of a
//! derivation sees the same values, and a name that turns up later has values already.

use super::jet::Jet;
use super::program::{Program, Slot, SlotKind};
use super::real::{Precision, Real};
use super::tensor::Tensor;
use super::unknown::{hash, hash_text, hash_unit};
use crate::derivation::syntax::{Comparison, Expr, Kind, Name, Relation, Sign};
use std::collections::BTreeMap;

/// Points of a full set.
pub(crate) const POINTS: usize = 64;

/// Sizes of the strata; each is used with both signs.
const STRATA: [(f64, f64); 4] = [(0.01, 0.3), (0.2, 1.2), (1.1, 3.0), (3.0, 9.0)];

/// How the values of a point are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Plan {
    /// The eight strata.
    Strata,
    /// The same, all positive.
    Positive,
    /// Between 0 and 1.
    Fraction,
    /// From a thousandth to a thousand, of both signs.
    Wide,
    /// Beyond 1: some to 10, some to a thousand.
    Large,
    /// Small whole numbers, for exponents and factorials.
    Whole,
    /// Numbers that read well, for counter-examples.
    Simple,
}

/// One point: which plan, which number, and how often it was drawn again because an assumption failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) plan: Plan,
    pub(crate) number: usize,
    pub(crate) attempt: usize,
    pub(crate) seed: u64,
}

/// An interval that assumptions leave to a variable.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Interval {
    low: f64,
    high: f64,
}

/// The intervals that assumptions such as `x > 0` and `-1 < x` leave.
pub(crate) fn intervals(assumptions: &[Relation]) -> BTreeMap<Name, Interval> {
    let mut intervals: BTreeMap<Name, Interval> = BTreeMap::new();
    for relation in assumptions {
        let (name, bound, upper) = match (&relation.left.kind, &relation.right.kind) {
            (Kind::Name(name), _) => match (literal(&relation.right), is_less(relation.comparison))
            {
                (Some(bound), Some(less)) => (name, bound, less),
                _ => continue,
            },
            (_, Kind::Name(name)) => {
                match (literal(&relation.left), is_less(relation.comparison)) {
                    (Some(bound), Some(less)) => (name, bound, !less),
                    _ => continue,
                }
            }
            _ => continue,
        };
        let unbounded = Interval {
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
        };
        let interval = intervals.entry(name.clone()).or_insert(unbounded);
        if upper {
            interval.high = interval.high.min(bound);
        } else {
            interval.low = interval.low.max(bound);
        }
    }
    intervals
}

fn literal(expr: &Expr) -> Option<f64> {
    match &expr.kind {
        Kind::Number(number) => Some(number.value),
        Kind::Signed(Sign::Minus, inner) => literal(inner).map(|value| -value),
        _ => None,
    }
}

fn is_less(comparison: Comparison) -> Option<bool> {
    match comparison {
        Comparison::Less | Comparison::LessOrEqual => Some(true),
        Comparison::Greater | Comparison::GreaterOrEqual => Some(false),
        Comparison::Equal | Comparison::NotEqual => None,
    }
}

impl Point {
    /// The points of a plan.
    pub(crate) fn all(plan: Plan, count: usize, seed: u64) -> impl Iterator<Item = Self> {
        (0..count).map(move |number| Self {
            plan,
            number,
            attempt: 0,
            seed,
        })
    }

    /// The same point, drawn again.
    pub(crate) fn again(self) -> Self {
        Self {
            attempt: self.attempt + 1,
            ..self
        }
    }

    /// The values of all sampled slots of a program.
    pub(crate) fn values<P: Precision>(
        &self,
        program: &Program,
        intervals: &BTreeMap<Name, Interval>,
    ) -> Vec<Option<Tensor<P>>> {
        program
            .slots
            .iter()
            .map(|slot| self.slot(slot, intervals))
            .collect()
    }

    fn slot<P: Precision>(
        &self,
        slot: &Slot,
        intervals: &BTreeMap<Name, Interval>,
    ) -> Option<Tensor<P>> {
        let (rows, columns) = slot.shape;
        let key = hash_text(&slot.name.to_string());
        match slot.kind {
            SlotKind::FreeIndex(limit) => {
                let choice = hash(self.seed ^ key, self.number as u64) % limit.max(1) as u64;
                Some(Tensor::exact(1.0 + choice as f64))
            }
            SlotKind::Variable { integer: true, .. } => Some(Tensor::exact(self.whole(key))),
            SlotKind::Variable { symmetric, .. } => Some(Tensor::from_fn(rows, columns, |i, j| {
                let (i, j) = if symmetric && j < i { (j, i) } else { (i, j) };
                let entry = (i * columns + j) as u64;
                let value = self.number_for(key, entry, intervals.get(&slot.name));
                let part = self.fraction(hash(key, entry ^ 0x1117));
                Jet::constant(Real::sampled(value, part))
            })),
            _ => None,
        }
    }

    fn whole(&self, key: u64) -> f64 {
        let choice = hash(self.seed ^ key, (self.number + 1000 * self.attempt) as u64);
        (1 + choice % 6) as f64
    }

    fn number_for(&self, key: u64, entry: u64, interval: Option<&Interval>) -> f64 {
        let raw = self.raw(hash(key, entry));
        let value = match interval {
            None => raw,
            Some(interval) => interval.fit(raw, self.fraction(hash(key, entry))),
        };
        short(value)
    }

    fn raw(&self, key: u64) -> f64 {
        let unit = self.fraction(key);
        match self.plan {
            Plan::Strata => {
                let stratum = self.stratum(key);
                let sign = if stratum.is_multiple_of(2) { 1.0 } else { -1.0 };
                sign * between(STRATA[stratum / 2], unit)
            }
            Plan::Positive => between(STRATA[self.stratum(key) / 2], unit),
            Plan::Fraction => 0.02 + 0.96 * unit,
            Plan::Wide => {
                // Every eight points cover all sizes, the next eight with the other sign.
                let turn = hash(self.seed ^ key, 5) as usize;
                let size = -3.0 + 6.5 * (((self.number + turn) % 8) as f64 + unit) / 8.0;
                let sign = if ((self.number / 8) ^ turn).is_multiple_of(2) {
                    1.0
                } else {
                    -1.0
                };
                sign * 10f64.powf(size)
            }
            Plan::Large => 1.0 + 10f64.powf(-1.0 + 4.0 * unit),
            Plan::Whole => self.whole(key),
            Plan::Simple => simple(hash(self.seed ^ key, self.attempt as u64), self.number),
        }
    }

    /// The stratum of a variable at this point: each of the eight once in every eight points, in an order of its own.
    fn stratum(&self, key: u64) -> usize {
        let round = (self.number / 8) as u64 + 100 * self.attempt as u64;
        let mut order: [usize; 8] = std::array::from_fn(|k| k);
        let stream = hash(self.seed ^ key, 31 + round);
        for k in (1..8).rev() {
            order.swap(k, (hash(stream, k as u64) % (k as u64 + 1)) as usize);
        }
        order[self.number % 8]
    }

    fn fraction(&self, key: u64) -> f64 {
        hash_unit(self.seed ^ key, (self.number + 4096 * self.attempt) as u64)
    }
}

impl Interval {
    /// A value inside the interval: moved, or folded back.
    fn fit(&self, raw: f64, unit: f64) -> f64 {
        match (self.low.is_finite(), self.high.is_finite()) {
            (true, true) => self.low + (self.high - self.low) * (0.01 + 0.98 * unit),
            (true, false) => self.low + raw.abs(),
            (false, true) => self.high - raw.abs(),
            (false, false) => raw,
        }
    }
}

fn between((low, high): (f64, f64), unit: f64) -> f64 {
    low + (high - low) * unit
}

/// Four significant digits: short in a message, and no special value.
fn short(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let digits = 3 - value.abs().log10().floor() as i32;
    let scale = 10f64.powi(digits.clamp(-3, 8));
    (value * scale).round() / scale
}

/// Small numbers that read well; the first points have the simplest.
fn simple(key: u64, number: usize) -> f64 {
    const EASY: [f64; 6] = [2.0, 3.0, 1.0, 4.0, 5.0, 0.5];
    const MORE: [f64; 12] = [
        2.0, -1.0, 0.5, 3.0, -2.0, 1.5, 4.0, -0.5, -3.0, 1.0, 2.5, 5.0,
    ];
    if number < 6 {
        return EASY[(number + (key % 3) as usize) % 6];
    }
    MORE[(number + (key % 12) as usize) % 12]
}
