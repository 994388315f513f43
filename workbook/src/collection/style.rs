//! Formatting and lints of solutions and planted mistakes: cargo does not know these files, so it checks neither.

use std::path::PathBuf;
use std::process::Command;

use super::problem::{Problem, Problems};
use super::scratch::{Answer, Scratch};
use super::{Collection, cargo};

/// What a check of style found, or that the tool for it is not installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Style {
    /// The tool ran; empty when it found nothing.
    Checked(Problems),
    /// The tool is not installed; the sentence says how to get it.
    NoTool(&'static str),
}

/// Runs `rustfmt --check` on every solution and planted mistake.
pub fn formatted(collection: &Collection) -> Style {
    let files: Vec<PathBuf> = answers(collection)
        .into_iter()
        .map(|answer| answer.source)
        .collect();
    let mut command = Command::new("rustfmt");
    command
        .args(["--check", "--edition", "2024", "--files-with-diff"])
        .args(&files);
    let Ok(output) = command.output() else {
        return Style::NoTool("rustfmt is not installed: rustup component add rustfmt");
    };
    let mut problems = Problems::default();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let sentence = "it is not formatted; run `rustfmt --edition 2024` on it.";
        problems.push(Problem::new(&collection.root, line.as_ref(), sentence));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    if problems.0.is_empty() && !output.status.success() {
        let sentence = format!("rustfmt stopped:\n{said}");
        problems.push(Problem::new(&collection.root, &collection.root, sentence));
    }
    Style::Checked(problems)
}

/// Runs clippy on every solution and planted mistake; a warning is a problem.
///
/// # Errors
///
/// When the scratch workspace cannot be written or cargo cannot be run.
pub fn linted(collection: &Collection) -> Result<Style, Problems> {
    let answers = answers(collection);
    let scratch = Scratch::prepare(collection, &answers)?;
    let Some(mut builds) = cargo::lint(&scratch)? else {
        return Ok(Style::NoTool(
            "clippy is not installed: rustup component add clippy",
        ));
    };
    let mut problems = Problems::default();
    for answer in &answers {
        for said in builds.remove(&answer.package()).unwrap_or_default().said {
            let sentence = format!("clippy is not content:\n{said}");
            problems.push(Problem::new(&collection.root, &answer.source, sentence));
        }
    }
    Ok(Style::Checked(problems))
}

fn answers(collection: &Collection) -> Vec<Answer<'_>> {
    let mut answers = Vec::new();
    for exercise in &collection.exercises {
        answers.push(Answer::reference(exercise));
        answers.extend(Answer::mistakes(exercise));
    }
    answers
}
