//! What the evidence shows to be wrong with an exercise.

use std::collections::BTreeSet;
use std::path::PathBuf;

use pencilgrad::mistake::Mistake;

use super::evidence::{Evidence, Trial};
use super::planted::{Expectation, Planted};
use super::run::{Outcome, unwrapped};

/// What the evidence shows to be wrong: the file, and the sentence.
pub(super) fn judge(evidence: &Evidence<'_>) -> Vec<(PathBuf, String)> {
    let exercise = evidence.exercise;
    let mut found = Vec::new();
    for trial in &evidence.trials {
        let planted = evidence.planted(trial);
        let sentences = match (&trial.compiler, planted) {
            (Some(compiler), _) => vec![format!("it does not compile with the tests:\n{compiler}")],
            (None, Some(planted)) => judge_mistake(evidence, planted, trial),
            (None, None) => judge_right(evidence, trial),
        };
        found.extend(
            sentences
                .into_iter()
                .map(|sentence| (trial.source.clone(), sentence)),
        );
    }
    for sentence in judge_tests(evidence) {
        found.push((exercise.tests(), sentence));
    }
    found
}

fn judge_right(evidence: &Evidence<'_>, trial: &Trial) -> Vec<String> {
    let failed = evidence
        .tests
        .iter()
        .zip(&trial.outcomes)
        .filter(|(_, outcome)| outcome.failed());
    failed
        .map(|(test, outcome)| {
            format!(
                "a right answer must pass, and this one fails `{test}`:\n{}",
                indent(outcome.message())
            )
        })
        .collect()
}

fn judge_mistake(evidence: &Evidence<'_>, planted: &Planted, trial: &Trial) -> Vec<String> {
    let mut found = Vec::new();
    if !trial.outcomes.iter().any(Outcome::failed) {
        found.push(
            "the tests let this mistake through; add the property that it breaks.".to_owned(),
        );
        return found;
    }
    found.extend(broken_promise(evidence, planted, trial));
    for (test, outcome) in evidence.tests.iter().zip(&trial.outcomes) {
        found.extend(ill_worded(test, outcome));
    }
    found
}

fn broken_promise(evidence: &Evidence<'_>, planted: &Planted, trial: &Trial) -> Option<String> {
    match &planted.expectation {
        Expectation::Named(mistake) => {
            let said: Vec<&str> = trial.outcomes.iter().map(Outcome::message).collect();
            let said = said.join("\n\n");
            (!names(&said, mistake)).then(|| {
                let (id, sentence) = (mistake.id, mistake.sentence);
                format!("its first line promises `{id}`, but no message names it or says \"{sentence}\". They say:\n{}", indent(&said))
            })
        }
        Expectation::Fails(promised) => {
            match evidence.tests.iter().position(|test| test == promised) {
                Some(index) if trial.outcomes[index].failed() => None,
                Some(_) => Some(format!(
                    "its first line promises that `{promised}` fails, and it passes."
                )),
                None => Some(format!(
                    "its first line promises that `{promised}` fails, and there is no such test."
                )),
            }
        }
    }
}

/// A message that a beginner cannot read: the default words of an assertion, or lines too long for a terminal.
fn ill_worded(test: &str, outcome: &Outcome) -> Vec<String> {
    let message = outcome.message();
    let mut found = Vec::new();
    if matches!(outcome, Outcome::Failed(message) if message.is_empty())
        || message.starts_with("assertion")
    {
        found.push(format!(
            "`{test}` fails without words (\"{message}\"); say what should hold, with the numbers."
        ));
    }
    if let Some(long) = message.lines().find(|line| line.chars().count() > 80) {
        found.push(format!(
            "`{test}` prints a line of more than 80 columns:\n{}",
            indent(long)
        ));
    }
    found
}

/// Every test must be failed by a mistake and be worth points, and every point must belong to a test.
fn judge_tests(evidence: &Evidence<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let mistakes = || {
        let planted = |trial: &&Trial| evidence.planted(trial).is_some();
        evidence.trials.iter().filter(planted)
    };
    for (index, test) in evidence.tests.iter().enumerate() {
        let needed = mistakes().any(|trial| trial.outcomes.get(index).is_some_and(Outcome::failed));
        if !needed {
            found.push(format!(
                "no planted mistake fails `{test}`; plant one, or drop the test."
            ));
        }
    }
    let tests: BTreeSet<&String> = evidence.tests.iter().collect();
    let points: BTreeSet<&String> = evidence.exercise.card.points.keys().collect();
    for test in tests.difference(&points) {
        found.push(format!(
            "`{test}` has no points; add it to [points] of exercise.toml."
        ));
    }
    for test in points.difference(&tests) {
        found.push(format!(
            "exercise.toml gives points to `{test}`, and there is no such test."
        ));
    }
    found
}

/// Whether a message names a mistake, by its sentence or by its id.
pub(super) fn names(message: &str, mistake: &Mistake) -> bool {
    unwrapped(message).contains(mistake.sentence) || message.contains(&format!("`{}`", mistake.id))
}

/// A quotation, four columns in.
pub(super) fn indent(text: &str) -> String {
    text.lines()
        .map(|line| format!("    {line}").trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}
