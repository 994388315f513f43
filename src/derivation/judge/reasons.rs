//! Why there was no value: sentences about domains.

use super::decision::Question;
use super::points::{Seen, Sightings};
use crate::derivation::eval::evaluator::Evaluator;
use crate::derivation::eval::machine::{Failure, FailureKind};
use std::collections::BTreeMap;

/// Why too few points had values on both sides.
pub(crate) fn too_few(
    question: &Question<'_>,
    evaluator: &Evaluator,
    sightings: &Sightings,
) -> String {
    if evaluator.exhausted() {
        return "checking this takes too long; split the line into smaller steps".to_owned();
    }
    if sightings.seen.is_empty() {
        return "no point was found at which the assumptions hold".to_owned();
    }
    let problems = sightings
        .seen
        .iter()
        .filter_map(|sighting| match &sighting.outcome {
            Seen::OnlyLeft(problem) | Seen::OnlyRight(problem) | Seen::Neither(problem) => {
                Some(problem)
            }
            _ => None,
        });
    match most_common(problems) {
        Some(problem) => format!(
            "{}, at nearly every point tried; an `assume` may help",
            cause(question.text, &problem)
        ),
        None => "rounding hides the values at every point tried".to_owned(),
    }
}

/// Notes on points where only one side has a value.
pub(crate) fn domain_notes(question: &Question<'_>, sightings: &Sightings) -> Vec<String> {
    let only = |wanted: fn(&Seen) -> Option<&Failure>| {
        let problems = sightings
            .seen
            .iter()
            .filter_map(|sighting| wanted(&sighting.outcome));
        most_common(problems.filter(|problem| is_domain(problem.kind)))
    };
    let left = only(|seen| {
        if let Seen::OnlyRight(problem) = seen {
            Some(problem)
        } else {
            None
        }
    });
    let right = only(|seen| {
        if let Seen::OnlyLeft(problem) = seen {
            Some(problem)
        } else {
            None
        }
    });
    let sentence = |problem: Failure, side: &str| {
        format!(
            "{}; the {side} side has a value there",
            cause(question.text, &problem)
        )
    };
    let mut notes: Vec<String> = Vec::new();
    notes.extend(left.map(|problem| sentence(problem, "right")));
    notes.extend(right.map(|problem| sentence(problem, "left")));
    notes
}

/// Domains are worth a note; overflow and kinks at single points are not.
fn is_domain(kind: FailureKind) -> bool {
    matches!(
        kind,
        FailureKind::Logarithm | FailureKind::Root | FailureKind::Domain | FailureKind::NoCase
    )
}

fn most_common<'a>(problems: impl Iterator<Item = &'a Failure>) -> Option<Failure> {
    let mut counts: BTreeMap<(FailureKind, usize, usize), usize> = BTreeMap::new();
    let mut by_key = BTreeMap::new();
    for problem in problems {
        let key = (problem.kind, problem.span.start, problem.span.end);
        *counts.entry(key).or_default() += 1;
        by_key.insert(key, problem.clone());
    }
    let (key, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    by_key.remove(&key)
}

/// One failure in words, with the expression quoted.
pub(crate) fn cause(text: &str, problem: &Failure) -> String {
    let written = problem.span.of(text).trim();
    let written = if written.is_empty() || written.chars().count() > 60 {
        "an expression".to_owned()
    } else {
        format!("`{written}`")
    };
    match problem.kind {
        FailureKind::Logarithm => format!("{written} needs a positive argument"),
        FailureKind::Root => {
            format!("{written} has a negative base under a root or a fractional power")
        }
        FailureKind::Division => format!("{written} divides by zero"),
        FailureKind::Domain => format!("{written} is outside its function's domain"),
        FailureKind::Kink => format!("{written} has a kink there, so no derivative"),
        FailureKind::Singular => format!("{written} has no inverse"),
        FailureKind::Overflow => format!("{written} is too large a number"),
        FailureKind::NoCase => format!("no case of {written} holds"),
        FailureKind::Limit => format!("{written} does not settle to a limit"),
        FailureKind::Solution => format!("no solution of {written} was found"),
        FailureKind::Shape => format!("the sizes in {written} do not fit"),
        FailureKind::Index => format!("{written} asks for an entry that does not exist"),
        FailureKind::Work => format!("{written} takes too long to check"),
    }
}
