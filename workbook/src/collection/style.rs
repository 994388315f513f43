//! Formatting and lints of solutions and planted mistakes: cargo does not know these files, so it checks neither.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

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

/// Files given to one call of rustfmt: Windows allows 32,767 characters in a command.
const FILES: usize = 100;

/// Runs `rustfmt --check` on every solution and planted mistake.
pub fn formatted(collection: &Collection) -> Style {
    let answers = answers(collection);
    let files: Vec<&PathBuf> = answers.iter().map(|answer| &answer.source).collect();
    let mut problems = Problems::default();
    for some in files.chunks(FILES) {
        let mut command = Command::new("rustfmt");
        command
            .args(["--check", "--edition", "2024", "--files-with-diff"])
            .args(some);
        match command.output() {
            Ok(output) => problems.extend(unformatted(&collection.root, &output)),
            Err(_) => {
                return Style::NoTool("rustfmt is not installed: rustup component add rustfmt");
            }
        }
    }
    Style::Checked(problems)
}

/// The files that rustfmt lists, or its error when it lists none and fails.
fn unformatted(root: &Path, output: &Output) -> Problems {
    let mut problems = Problems::default();
    for file in String::from_utf8_lossy(&output.stdout).lines() {
        let sentence = "it is not formatted; run `rustfmt --edition 2024` on it.";
        problems.push(Problem::new(root, file.as_ref(), sentence));
    }
    if problems.0.is_empty() && !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        problems.push(Problem::new(
            root,
            root,
            format!("rustfmt stopped:\n{said}"),
        ));
    }
    problems
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
    collection.exercises.iter().flat_map(Answer::all).collect()
}
