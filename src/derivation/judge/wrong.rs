//! What a wrong line hands to the diagnosis: the line before, the claim, and values at points where both exist.

use super::points::Seen;
use super::points::{see, tolerance};
use super::verdict::NamedMistake;
use crate::derivation::eval::agreement::{Agreement, compare};
use crate::derivation::eval::evaluator::{Evaluator, Value};
use crate::derivation::eval::machine::{Failure, FailureKind};
use crate::derivation::eval::sampling::{Plan, Point};
use crate::derivation::eval::{Environment, Meaningless};
use crate::derivation::syntax::{Expr, Rule};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// Points a diagnosis compares at.
const POINTS: usize = 32;

/// A line that is wrong, for those who find out why.
pub struct WrongLine<'a> {
    /// What is known where the line stands.
    pub env: &'a Environment,
    /// What the line should equal: the expression before it.
    pub previous: &'a Expr,
    /// What it says.
    pub claimed: &'a Expr,
    /// The rule the writer named.
    pub rule: Option<Rule>,
    /// The whole text, for quoting by spans.
    pub text: &'a str,
    pub(crate) seed: u64,
    pub(crate) samples: OnceCell<Option<Samples>>,
    pub(crate) fuel: Rc<Cell<u64>>,
}

/// Finds the mistakes of a wrong line, best first.
pub type Diagnosis<'a> = dyn Fn(&WrongLine<'_>) -> Vec<NamedMistake> + 'a;

/// Values of an expression at the points of a wrong line; `None` where it has none.
#[derive(Debug, Clone)]
pub struct SampledValues(pub(crate) Vec<Option<Value>>);

/// Points at which both sides of a wrong line have values, and those values.
#[derive(Debug)]
pub struct Samples {
    points: Vec<Point>,
    /// Values of what the line should equal.
    pub truth: SampledValues,
    /// Values of what it says.
    pub claim: SampledValues,
    tolerance: f64,
}

impl WrongLine<'_> {
    /// The points of this line; `None` when the sides cannot be evaluated.
    pub fn samples(&self) -> Option<&Samples> {
        self.samples.get_or_init(|| self.sample()).as_ref()
    }

    fn sample(&self) -> Option<Samples> {
        let evaluator =
            Evaluator::new(self.env, &[self.previous, self.claimed], &self.fuel).ok()?;
        // Sides whose parts do not fit have no value at any point: looking for one would use up the line's work.
        let first = Point::all(Plan::Strata, 1, self.seed).next()?;
        let misfit = |value: &Result<Value, Failure>| matches!(value, Err(failure) if failure.kind == FailureKind::Shape);
        if evaluator.at(&first).iter().any(misfit) {
            return None;
        }
        let tolerance = tolerance(&[self.previous, self.claimed]);
        let mut points = Vec::new();
        for plan in [
            Plan::Strata,
            Plan::Positive,
            Plan::Large,
            Plan::Fraction,
            Plan::Wide,
        ] {
            let tried =
                Point::all(plan, 64, self.seed).filter_map(|point| evaluator.admissible(point));
            let usable = tried.filter(|point| {
                matches!(
                    see(&evaluator, point, tolerance),
                    Seen::Agrees | Seen::Differs
                )
            });
            points.extend(usable.take(POINTS - points.len()));
            if points.len() >= POINTS {
                break;
            }
        }
        let truth = values(&evaluator, &points, 0);
        let claim = values(&evaluator, &points, 1);
        (!points.is_empty()).then_some(Samples {
            points,
            truth,
            claim,
            tolerance,
        })
    }

    /// The values of another expression at the same points.
    ///
    /// # Errors
    /// A sentence when the expression has no meaning under this line's environment.
    pub fn values(&self, expr: &Expr) -> Result<SampledValues, Meaningless> {
        let points = self
            .samples()
            .map(|samples| samples.points.as_slice())
            .unwrap_or_default();
        let evaluator = Evaluator::new(self.env, &[expr], &self.fuel)?;
        Ok(values(&evaluator, points, 0))
    }

    /// Whether an expression has, at every point where both exist, the values that the line claims.
    ///
    /// The quick test of a candidate: it stops at the first point that differs.
    pub fn explains(&self, candidate: &Expr) -> bool {
        let Some(samples) = self.samples() else {
            return false;
        };
        let Ok(evaluator) = Evaluator::new(self.env, &[candidate], &self.fuel) else {
            return false;
        };
        let mut matched = 0;
        for (point, claimed) in samples.points.iter().zip(&samples.claim.0) {
            let value = evaluator.at(point).into_iter().next().and_then(Result::ok);
            let (Some(claimed), Some(value)) = (claimed, value) else {
                continue;
            };
            match value.shape == claimed.shape {
                true if compare(&value, claimed, samples.tolerance.max(1e-9))
                    == Agreement::Differs =>
                {
                    return false;
                }
                true => matched += 1,
                false => return false,
            }
        }
        matched >= samples.points.len().div_ceil(2)
    }
}

impl<'a> WrongLine<'a> {
    /// What the line should equal, at the first points where that has a value.
    pub(crate) fn truth(&self) -> Vec<(Point, Value)> {
        let Ok(evaluator) = Evaluator::new(self.env, &[self.previous], &self.fuel) else {
            return Vec::new();
        };
        let plans = [Plan::Strata, Plan::Positive].into_iter();
        let points = plans.flat_map(|plan| Point::all(plan, POINTS, self.seed));
        let points = points.filter_map(|point| evaluator.admissible(point));
        let valued = points.filter_map(|point| {
            let value = evaluator.at(&point).into_iter().next()?.ok()?;
            Some((point, value))
        });
        valued.take(POINTS / 2).collect()
    }

    /// Whether another expression has the values and the shape of the truth. Stops at the first point that differs.
    pub(crate) fn has_values(&self, truth: &[(Point, Value)], expr: &Expr) -> bool {
        let Ok(evaluator) = Evaluator::new(self.env, &[expr], &self.fuel) else {
            return false;
        };
        let tolerance = tolerance(&[self.previous, expr]);
        let mut agreed = 0;
        for (point, wanted) in truth {
            let value = evaluator.at(point).into_iter().next();
            let Some(Ok(value)) = value else { continue };
            if value.shape != wanted.shape {
                return false;
            }
            match compare(&value, wanted, tolerance) {
                Agreement::Agrees => agreed += 1,
                Agreement::Differs => return false,
                Agreement::Vague => {}
            }
        }
        agreed > 0 && 2 * agreed >= truth.len()
    }

    /// The same question between other sides, under another environment.
    pub(crate) fn elsewhere<'b>(
        &self,
        env: &'b Environment,
        previous: &'b Expr,
        claimed: &'b Expr,
    ) -> WrongLine<'b>
    where
        'a: 'b,
    {
        WrongLine {
            env,
            previous,
            claimed,
            rule: self.rule,
            text: self.text,
            seed: self.seed,
            samples: OnceCell::new(),
            fuel: Rc::clone(&self.fuel),
        }
    }
}

fn values(evaluator: &Evaluator, points: &[Point], root: usize) -> SampledValues {
    let at = |point: &Point| {
        evaluator
            .at(point)
            .into_iter()
            .nth(root)
            .and_then(Result::ok)
    };
    SampledValues(points.iter().map(at).collect())
}

impl SampledValues {
    /// The entries at each point, row by row; `None` where there is no value.
    pub fn entries(&self) -> impl Iterator<Item = Option<Vec<f64>>> {
        self.0.iter().map(|value| {
            Some(
                value
                    .as_ref()?
                    .entries
                    .iter()
                    .map(|entry| entry.value)
                    .collect(),
            )
        })
    }

    /// Rows and columns at each point; they differ from point to point where dimensions are named.
    pub fn shapes(&self) -> impl Iterator<Item = Option<(usize, usize)>> {
        self.0
            .iter()
            .map(|value| value.as_ref().map(|value| value.shape))
    }

    /// Whether both have the same values wherever both exist, at half of the points at least.
    pub fn agree_with(&self, other: &Self) -> bool {
        let mut matched = 0;
        for pair in self.0.iter().zip(&other.0) {
            let (Some(a), Some(b)) = pair else { continue };
            if a.shape != b.shape || compare(a, b, 1e-9) == Agreement::Differs {
                return false;
            }
            matched += 1;
        }
        matched > 0 && 2 * matched >= self.0.len()
    }
}
