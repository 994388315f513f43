//! What the sampled points say about a claim.

use crate::derivation::eval::agreement::{Agreement, EXACT, ROUNDED, compare};
use crate::derivation::eval::evaluator::{Evaluator, Value};
use crate::derivation::eval::machine::{Failure, FailureKind};
use crate::derivation::eval::sampling::{POINTS, Plan, Point};
use crate::derivation::syntax::{Expr, Kind};

/// A verdict needs this many points at which both sides have a value.
pub(crate) const FEWEST: usize = 6;
/// Far points added to the strata, for what only shows at a thousand.
const FAR: usize = 16;
/// A line whose points cost much work has many entries in each, and fewer points tell as much: so many points are
/// enough when they cost that much.
const ENOUGH: [(usize, u64); 3] = [(32, 60_000), (20, 120_000), (12, 500_000)];
/// Where to look when the strata find too few points: plan and number of points.
const WIDER: [(Plan, usize); 5] = [
    (Plan::Positive, 64),
    (Plan::Fraction, 32),
    (Plan::Large, 48),
    (Plan::Wide, 96),
    (Plan::Whole, 48),
];

/// One point and what it says.
#[derive(Debug, Clone)]
pub(crate) struct Sighting {
    pub(crate) point: Point,
    pub(crate) outcome: Seen,
}

/// What one point says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Seen {
    Agrees,
    Differs,
    /// Cancellation left nothing to compare, even in double-doubles.
    Vague,
    /// Only the left side, only the right side, or neither has a value.
    OnlyLeft(Failure),
    OnlyRight(Failure),
    Neither(Failure),
}

/// All points of a claim.
pub(crate) struct Sightings {
    pub(crate) seen: Vec<Sighting>,
    pub(crate) tolerance: f64,
}

impl Sightings {
    /// Looks at the strata, and elsewhere if they show too little.
    pub(crate) fn of(evaluator: &Evaluator, tolerance: f64, seed: u64) -> Self {
        let mut sightings = Self {
            seen: Vec::new(),
            tolerance,
        };
        if !evaluator.has_variables() {
            sightings.look(evaluator, Plan::Strata, 1, seed);
            return sightings;
        }
        sightings.look(evaluator, Plan::Strata, POINTS, seed);
        sightings.look(evaluator, Plan::Wide, FAR, seed);
        for (plan, count) in WIDER {
            if sightings.decided() >= FEWEST || evaluator.exhausted() {
                break;
            }
            sightings.look(evaluator, plan, count, seed ^ 0x55);
        }
        sightings
    }

    fn look(&mut self, evaluator: &Evaluator, plan: Plan, count: usize, seed: u64) {
        for point in Point::all(plan, count, seed) {
            if enough(point.number, evaluator.spent()) || evaluator.exhausted() {
                return;
            }
            if let Some(point) = evaluator.admissible(point) {
                let outcome = see(evaluator, &point, self.tolerance);
                self.seen.push(Sighting { point, outcome });
            }
        }
    }

    pub(crate) fn count(&self, wanted: impl Fn(&Seen) -> bool) -> usize {
        self.seen
            .iter()
            .filter(|sighting| wanted(&sighting.outcome))
            .count()
    }

    pub(crate) fn agreeing(&self) -> usize {
        self.count(|seen| *seen == Seen::Agrees)
    }

    /// Whether only whole numbers gave both sides values, although nobody asked for whole numbers.
    pub(crate) fn only_whole(&self) -> bool {
        let decided =
            |seen: &Sighting| matches!(seen.outcome, Seen::Agrees | Seen::Differs | Seen::Vague);
        let count = self
            .seen
            .iter()
            .filter(|s| decided(s) && s.point.plan != Plan::Whole)
            .count();
        let roots = self.count(|seen| matches!(seen,
            Seen::OnlyLeft(p) | Seen::OnlyRight(p) | Seen::Neither(p) if p.kind == FailureKind::Root));
        count < FEWEST && roots > 0
    }

    pub(crate) fn differing(&self) -> usize {
        self.count(|seen| *seen == Seen::Differs)
    }

    pub(crate) fn vague(&self) -> usize {
        self.count(|seen| *seen == Seen::Vague)
    }

    fn decided(&self) -> usize {
        self.agreeing() + self.differing() + self.vague()
    }
}

fn enough(points: usize, work: u64) -> bool {
    ENOUGH
        .iter()
        .any(|&(least, cost)| points >= least && work > cost)
}

/// Looks at one point: in doubles, and in double-doubles when those cannot tell.
pub(crate) fn see(evaluator: &Evaluator, point: &Point, tolerance: f64) -> Seen {
    match side_by_side(&evaluator.at(point), tolerance) {
        Seen::Vague => side_by_side(&evaluator.exactly_at(point), tolerance),
        Seen::OnlyLeft(problem) | Seen::OnlyRight(problem) | Seen::Neither(problem)
            if problem.kind == FailureKind::Limit =>
        {
            side_by_side(&evaluator.exactly_at(point), tolerance)
        }
        seen => seen,
    }
}

/// The same in double-doubles only.
pub(crate) fn see_exactly(evaluator: &Evaluator, point: &Point, tolerance: f64) -> Seen {
    side_by_side(&evaluator.exactly_at(point), tolerance)
}

fn side_by_side(values: &[Result<Value, Failure>], tolerance: f64) -> Seen {
    match values {
        [Ok(left), Ok(right), ..] => match compare(left, right, tolerance) {
            Agreement::Agrees => Seen::Agrees,
            Agreement::Differs => Seen::Differs,
            Agreement::Vague => Seen::Vague,
        },
        [Ok(_), Err(problem), ..] => Seen::OnlyLeft(problem.clone()),
        [Err(problem), Ok(_), ..] => Seen::OnlyRight(problem.clone()),
        [Err(problem), ..] => Seen::Neither(problem.clone()),
        _ => Seen::Vague,
    }
}

/// How close numbers must be: looser when a decimal of eight digits or more may be rounded.
pub(crate) fn tolerance(sides: &[&Expr]) -> f64 {
    let rounded = sides.iter().any(|side| has_long_decimal(side));
    if rounded { ROUNDED } else { EXACT }
}

fn has_long_decimal(expr: &Expr) -> bool {
    if let Kind::Number(number) = &expr.kind {
        let digits = number.text.bytes().filter(u8::is_ascii_digit).count();
        if digits >= 9 && number.text.contains('.') {
            return true;
        }
    }
    expr.children().into_iter().any(has_long_decimal)
}
