//! A point that shows a difference, in numbers that read well.

use super::decision::Question;
use super::points::{Seen, Sightings, see_exactly};
use crate::derivation::eval::agreement::first_difference;
use crate::derivation::eval::evaluator::{Evaluator, Value};
use crate::derivation::eval::sampling::{Plan, Point};
use std::fmt;

/// Simple points tried before the sampled ones.
const TRIES: usize = 36;

/// Values of the variables at which two sides differ, and what they are there.
#[derive(Debug, Clone, PartialEq)]
pub struct CounterExample {
    /// Names and values, such as `x` and `2`. A vector or matrix is not written out.
    pub variables: Vec<(String, String)>,
    /// The entry that is compared, such as `(2, 1)`; `None` for numbers.
    pub entry: Option<(usize, usize)>,
    /// The value that follows from the line before.
    pub left: f64,
    /// The value that is claimed.
    pub right: f64,
}

/// The simplest point at which the sides differ.
pub(crate) fn find(
    question: &Question<'_>,
    evaluator: &Evaluator,
    sightings: &Sightings,
) -> Option<CounterExample> {
    let simple = Point::all(Plan::Simple, TRIES, question.seed)
        .filter_map(|point| evaluator.admissible(point));
    let sampled = sightings
        .seen
        .iter()
        .filter(|s| s.outcome == Seen::Differs)
        .map(|s| s.point);
    let mut points = simple.chain(sampled);
    let point = points.find(|point| readable(evaluator, point, sightings.tolerance))?;
    example(evaluator, &point, sightings.tolerance)
}

/// Whether the difference at a point is beyond doubt, and large enough to be seen in a few digits.
fn readable(evaluator: &Evaluator, point: &Point, tolerance: f64) -> bool {
    !evaluator.exhausted() && see_exactly(evaluator, point, tolerance) == Seen::Differs
}

fn example(evaluator: &Evaluator, point: &Point, tolerance: f64) -> Option<CounterExample> {
    let values = evaluator.exactly_at(point);
    let [Ok(left), Ok(right)] = values.as_slice() else {
        return None;
    };
    let place = first_difference(left, right, tolerance)?;
    let number =
        |value: &Value| value.entries[if value.entries.len() == 1 { 0 } else { place }].value;
    let columns = left.shape.1.max(right.shape.1);
    let scalar = left.entries.len().max(right.entries.len()) == 1;
    let variables = evaluator.variables_at(point).into_iter();
    let shown = variables.filter(|(_, value)| value.entries.len() == 1);
    Some(CounterExample {
        variables: shown
            .map(|(name, value)| (name.to_string(), digits(value.entries[0].value)))
            .collect(),
        entry: (!scalar).then(|| (place / columns + 1, place % columns + 1)),
        left: number(left),
        right: number(right),
    })
}

impl fmt::Display for CounterExample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self
            .variables
            .iter()
            .map(|(name, value)| format!("{name} = {value}"))
            .collect();
        match (parts.is_empty(), self.entry) {
            (false, None) => write!(f, "at {}: ", parts.join(", "))?,
            (false, Some((i, j))) => write!(f, "at {}, entry ({i}, {j}): ", parts.join(", "))?,
            (true, Some((i, j))) => write!(f, "for example in entry ({i}, {j}): ")?,
            (true, None) => {}
        }
        let (left, right) = apart(self.left, self.right);
        write!(f, "it should be {left}, the line has {right}")
    }
}

/// Two numbers with as few digits as tell them apart.
fn apart(left: f64, right: f64) -> (String, String) {
    for precision in 4..17 {
        let (a, b) = (significant(left, precision), significant(right, precision));
        if a != b {
            return (a, b);
        }
    }
    (format!("{left:e}"), format!("{right:e}"))
}

/// A number with four significant digits.
pub(crate) fn digits(value: f64) -> String {
    significant(value, 4)
}

fn significant(value: f64, precision: usize) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if !(1e-4..1e7).contains(&value.abs()) {
        return format!("{value:.*e}", precision - 1);
    }
    let decimals = precision as i32 - 1 - value.abs().log10().floor() as i32;
    let text = format!("{value:.*}", decimals.max(0) as usize);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}
