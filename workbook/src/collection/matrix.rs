//! The evidence as a person reads it: which test fails for which answer, and with what words.

use super::evidence::Evidence;
use super::run::Outcome;

/// The matrix of an exercise: a row a mistake, a column a test, `x` where the test fails.
pub(super) fn matrix(evidence: &Evidence<'_>) -> String {
    let mut lines = vec![evidence.exercise.id.clone()];
    for (index, test) in evidence.tests.iter().enumerate() {
        lines.push(format!("  {} {test}", letter(index)));
    }
    let width = evidence
        .trials
        .iter()
        .map(|trial| trial.answer.len())
        .max()
        .unwrap_or(0);
    let letters: Vec<String> = (0..evidence.tests.len())
        .map(|index| letter(index).to_string())
        .collect();
    lines.push(format!("  {:width$}  {}", "", letters.join(" ")));
    for trial in &evidence.trials {
        let marks: Vec<&str> = trial.outcomes.iter().map(mark).collect();
        let marks = if trial.compiler.is_some() {
            "does not compile".to_owned()
        } else {
            marks.join(" ")
        };
        lines.push(format!("  {:width$}  {marks}", trial.answer));
    }
    lines.join("\n") + "\n"
}

/// The first message of each mistake.
pub(super) fn transcript(evidence: &Evidence<'_>) -> String {
    let mut text = String::new();
    for trial in &evidence.trials {
        let failed = trial.outcomes.iter().find(|outcome| outcome.failed());
        if let Some(outcome) = failed {
            let (id, message) = (&evidence.exercise.id, outcome.message());
            text += &format!("---- {id}, {}\n\n{message}\n\n", trial.answer);
        }
    }
    text
}

fn letter(index: usize) -> char {
    (b'a'..=b'z').nth(index).map_or('?', char::from)
}

fn mark(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => ".",
        Outcome::Failed(_) => "x",
        Outcome::Endless => "∞",
    }
}
