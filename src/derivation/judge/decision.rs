//! The decision about one claim `left = right`.

use super::example::{CounterExample, find};
use super::points::{FEWEST, Seen, Sightings, see_exactly, tolerance};
use super::{complex, reasons, region};
use crate::derivation::eval::agreement::{EXACT, STRICT};
use crate::derivation::eval::evaluator::Evaluator;
use crate::derivation::eval::{Environment, UNSIZED};
use crate::derivation::shape;
use crate::derivation::syntax::{Expr, Kind};
use std::cell::Cell;
use std::rc::Rc;

/// What is known about a claim after looking at it.
#[derive(Debug, Clone)]
pub(crate) enum Decision {
    /// Equal at every point that could be tried; notes are about domains and readings.
    Equal(Vec<String>),
    /// Different, with a point that shows it.
    Different(Option<CounterExample>),
    /// The shapes do not fit: a sentence.
    Misshapen(String),
    /// Equal on a region only.
    Split(String, Option<CounterExample>),
    /// Nobody knows: why.
    Undecided(String),
}

impl Decision {
    pub(crate) fn is_equal(&self) -> bool {
        matches!(self, Self::Equal(_))
    }

    /// Better decisions first: a reading is chosen by this.
    pub(crate) fn rank(&self) -> u8 {
        match self {
            Self::Equal(_) => 0,
            Self::Split(..) => 1,
            Self::Undecided(_) => 2,
            Self::Different(_) => 3,
            Self::Misshapen(_) => 4,
        }
    }
}

/// One claim, where it stands, and what holds there.
pub(crate) struct Question<'a> {
    pub(crate) env: &'a Environment,
    pub(crate) left: &'a Expr,
    pub(crate) right: &'a Expr,
    /// The whole text, for quoting.
    pub(crate) text: &'a str,
    pub(crate) seed: u64,
    /// The work that is left for this line.
    pub(crate) fuel: &'a Rc<Cell<u64>>,
}

/// Decides a claim, in every convention that leaves it a chance.
pub(crate) fn decide(question: &Question<'_>) -> Decision {
    let first = decide_under(question, question.env);
    if matches!(first, Decision::Split(..) | Decision::Different(_)) {
        if has_odd_root(question.left) || has_odd_root(question.right) {
            let env = Environment {
                no_odd_roots: true,
                ..question.env.clone()
            };
            if let Decision::Equal(mut notes) = decide_under(question, &env) {
                notes
                    .push("true where the base of the fractional power is not negative".to_owned());
                return Decision::Equal(notes);
            }
        }
        if question.env.usage.total_and_partial {
            let env = Environment {
                explicit_partials: true,
                ..question.env.clone()
            };
            if let Decision::Equal(mut notes) = decide_under(question, &env) {
                notes.push(
                    "∂ was read as holding the other quantities in the formula fixed".to_owned(),
                );
                return Decision::Equal(notes);
            }
        }
    }
    first
}

fn decide_under(question: &Question<'_>, env: &Environment) -> Decision {
    let evaluator = match Evaluator::new(env, &[question.left, question.right], question.fuel) {
        Ok(evaluator) => evaluator,
        Err(problem) if problem.message == UNSIZED && env.unit.is_none() => {
            return sized(question, env);
        }
        Err(problem) => return Decision::Undecided(problem.message),
    };
    if let Err(sentence) = shape::check(
        env,
        evaluator.program(),
        [question.left, question.right],
        question.text,
    ) {
        return Decision::Misshapen(sentence);
    }
    let tolerance = tolerance(&[question.left, question.right]);
    let mut sightings = Sightings::of(&evaluator, tolerance, question.seed);
    confirm(&evaluator, &mut sightings);
    conclude(question, &evaluator, &sightings)
}

/// Whether an expression has a meaning: it compiles, and its parts fit.
pub(crate) fn meaning(question: &Question<'_>) -> Decision {
    match Evaluator::new(
        question.env,
        &[question.left, question.right],
        question.fuel,
    ) {
        Err(problem) if problem.message == UNSIZED => Decision::Equal(Vec::new()),
        Err(problem) => Decision::Undecided(problem.message),
        Ok(evaluator) => {
            let sides = [question.left, question.right];
            match shape::check(question.env, evaluator.program(), sides, question.text) {
                Ok(()) => Decision::Equal(Vec::new()),
                Err(sentence) => Decision::Misshapen(sentence),
            }
        }
    }
}

/// Decides with the first size of 𝟏 and I that fits.
fn sized(question: &Question<'_>, env: &Environment) -> Decision {
    let mut last = Decision::Undecided(UNSIZED.to_owned());
    for dim in env.named_dimensions() {
        let env = Environment {
            unit: Some(dim),
            ..env.clone()
        };
        let decision = decide_under(question, &env);
        if !matches!(decision, Decision::Misshapen(_)) {
            return decision;
        }
        last = decision;
    }
    last
}

/// Looks again in double-doubles: at a few differences, and at every point when some agree and some do not, since
/// what agrees in doubles may differ in a digit they do not have.
fn confirm(evaluator: &Evaluator, sightings: &mut Sightings) {
    let mixed = sightings.agreeing() > 0 && sightings.differing() > 0;
    let limit = if mixed { usize::MAX } else { 3 };
    let tolerance = if sightings.tolerance > EXACT {
        sightings.tolerance
    } else {
        STRICT
    };
    let doubtful = |seen: &Seen| *seen == Seen::Differs || (mixed && *seen == Seen::Agrees);
    let looked = sightings
        .seen
        .iter_mut()
        .filter(|sighting| doubtful(&sighting.outcome));
    for sighting in looked.take(limit) {
        if evaluator.exhausted() {
            break;
        }
        match see_exactly(evaluator, &sighting.point, tolerance) {
            seen @ (Seen::Agrees | Seen::Differs) => sighting.outcome = seen,
            seen if sighting.outcome == Seen::Differs => sighting.outcome = seen,
            _ => {}
        }
    }
}

fn conclude(question: &Question<'_>, evaluator: &Evaluator, sightings: &Sightings) -> Decision {
    let (agree, differ, vague) = (
        sightings.agreeing(),
        sightings.differing(),
        sightings.vague(),
    );
    let enough = if evaluator.has_variables() { FEWEST } else { 1 };
    let notes = || reasons::domain_notes(question, sightings);
    match (agree, differ) {
        (0, 0) if vague >= enough => Decision::Equal(notes()),
        (1.., 0)
            if agree + vague >= enough
                && evaluator.has_variables()
                && sightings.only_whole()
                && !complex::agrees(evaluator, question.seed) =>
        {
            Decision::Split("the variables are whole numbers".to_owned(), None)
        }
        (_, 0) if agree + vague >= enough && agree > 0 => Decision::Equal(notes()),
        (0, 1..) => Decision::Different(find(question, evaluator, sightings)),
        (1.., 1..) => {
            let example = find(question, evaluator, sightings);
            match region::words(evaluator, sightings, question.text) {
                Some(region) => Decision::Split(region, example),
                None => Decision::Different(example),
            }
        }
        _ if complex::agrees(evaluator, question.seed) => {
            let note = "no real point has a value; it is true for complex numbers";
            Decision::Equal(vec![note.to_owned()])
        }
        _ => Decision::Undecided(reasons::too_few(question, evaluator, sightings)),
    }
}

fn has_odd_root(expr: &Expr) -> bool {
    if let Kind::Power { exponent, .. } = &expr.kind
        && matches!(crate::derivation::eval::fraction(exponent), Some((_, q)) if q % 2 != 0 && q != 1)
    {
        return true;
    }
    expr.children().into_iter().any(has_odd_root)
}
