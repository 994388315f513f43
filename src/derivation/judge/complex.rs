//! Lines such as `d/dx sqrt(-1 - x^2) = …` have no value at any real point, and are still true or false: as
//! statements about analytic functions, decided at complex points.

use super::points::FEWEST;
use crate::derivation::eval::agreement::{Agreement, ROUNDED, compare};
use crate::derivation::eval::evaluator::Evaluator;
use crate::derivation::eval::sampling::{Plan, Point};

/// Points of one try.
const POINTS: usize = 24;

/// Whether both sides agree at enough complex points and differ at none.
///
/// Branches can make true lines differ far from the axis, so several kinds of points are tried; a false line differs
/// in all of them.
pub(crate) fn agrees(evaluator: &Evaluator, seed: u64) -> bool {
    [Plan::Positive, Plan::Strata, Plan::Fraction, Plan::Large]
        .into_iter()
        .any(|plan| agrees_on(evaluator, plan, seed))
}

fn agrees_on(evaluator: &Evaluator, plan: Plan, seed: u64) -> bool {
    let mut agreeing = 0;
    for point in Point::all(plan, POINTS, seed) {
        if evaluator.exhausted() {
            return false;
        }
        let values = evaluator.complex_at(&point);
        let [Ok(left), Ok(right)] = values.as_slice() else {
            continue;
        };
        match compare(left, right, ROUNDED) {
            Agreement::Agrees => agreeing += 1,
            Agreement::Differs => return false,
            Agreement::Vague => {}
        }
    }
    agreeing >= FEWEST
}
