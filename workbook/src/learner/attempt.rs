//! One run of one exercise's tests: built in a folder of its own, each test in a process of its own, with a time limit.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::State;
use crate::collection::Exercise;
use crate::collection::cargo::{program, read};
use crate::collection::run::{self, Outcome};

/// What came of an attempt.
#[derive(Debug)]
pub struct Attempt {
    /// The compiler's errors; then nothing was run.
    pub compiler: Vec<String>,
    /// The tests, in the order of their names.
    pub tests: Vec<(String, Said)>,
}

/// What a test said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// It passed.
    Passed,
    /// The body is still `todo!`, and this is what it asks for.
    NotStarted(String),
    /// It failed and said this.
    Failed(String),
    /// It was stopped at the time limit.
    Endless,
}

impl Attempt {
    /// Where this leaves the learner.
    pub fn state(&self) -> State {
        let is = |test: fn(&Said) -> bool| self.tests.iter().all(|(_, said)| test(said));
        if !self.compiler.is_empty() {
            State::NotBuilt
        } else if is(|said| *said == Said::Passed) {
            State::Passed
        } else if is(|said| matches!(said, Said::NotStarted(_))) {
            State::NotStarted
        } else {
            State::Failed
        }
    }

    /// How many tests pass.
    pub fn passed(&self) -> usize {
        self.tests
            .iter()
            .filter(|(_, said)| *said == Said::Passed)
            .count()
    }

    /// The one thing to look at next: the compiler's first error, or the first test that says something is wrong,
    /// or else the first that was not started.
    pub fn next(&self) -> Option<String> {
        if let Some(error) = self.compiler.first() {
            return Some(error.trim_end().to_owned());
        }
        let wrong = self.tests.iter().find_map(|(name, said)| match said {
            Said::Failed(message) => Some(message.clone()),
            Said::Endless => Some(endless(name)),
            Said::Passed | Said::NotStarted(_) => None,
        });
        wrong.or_else(|| {
            self.tests.iter().find_map(|(_, said)| match said {
                Said::NotStarted(message) => Some(message.clone()),
                _ => None,
            })
        })
    }
}

fn endless(test: &str) -> String {
    let seconds = run::TIME_LIMIT.as_secs();
    format!(
        "`{test}` was still running after {seconds} seconds and was stopped. Does a loop in your code ever end?"
    )
}

/// Builds and runs the tests of `exercise`, below `root`.
///
/// # Errors
/// When cargo cannot be run, or stops before it reaches the exercise.
pub fn attempt(root: &Path, exercise: &Exercise) -> Result<Attempt> {
    let output = Command::new(program())
        .args(["test", "--no-run", "--quiet", "--package", &exercise.id])
        .arg(format!("--message-format={}", message_format()))
        // The learner's own `cargo test`, the editor and this command never wait for each other.
        .arg("--target-dir")
        .arg(root.join("target/workbook"))
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .context("cargo cannot be started; is Rust installed? Try `cargo --version`")?;
    let folder = exercise
        .folder
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    let built = read(&output.stdout, |name| name == folder)
        .remove(folder.as_ref())
        .unwrap_or_default();
    let Some(binary) = built.binary.filter(|_| output.status.success()) else {
        if built.said.is_empty() {
            bail!(
                "cargo stopped before it reached the exercise:\n{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        return Ok(Attempt {
            compiler: errors_first(built.said),
            tests: vec![],
        });
    };
    let names = run::list(&binary);
    if names.is_empty() {
        bail!(
            "the tests of `{}` are gone; `git status` shows what changed",
            exercise.id
        );
    }
    let outcomes = run::in_parallel(names.len(), |i| {
        run::test(&binary, &exercise.folder, &names[i])
    });
    let said = outcomes.into_iter().map(said);
    Ok(Attempt {
        compiler: vec![],
        tests: names.into_iter().zip(said).collect(),
    })
}

/// With the compiler's own colours where they will be seen.
fn message_format() -> &'static str {
    use std::io::IsTerminal;
    let colours = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    if colours {
        "json-diagnostic-rendered-ansi"
    } else {
        "json"
    }
}

fn errors_first(mut said: Vec<String>) -> Vec<String> {
    said.sort_by_key(|message| !message.contains("error"));
    said
}

fn said(outcome: Outcome) -> Said {
    if outcome.waits() {
        return Said::NotStarted(outcome.message().to_owned());
    }
    match outcome {
        Outcome::Passed => Said::Passed,
        Outcome::Failed(message) => Said::Failed(message),
        Outcome::Endless => Said::Endless,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(tests: &[Said]) -> Attempt {
        let tests = tests
            .iter()
            .map(|said| ("a_test".to_owned(), said.clone()))
            .collect();
        Attempt {
            compiler: vec![],
            tests,
        }
    }

    #[test]
    fn a_stub_is_not_a_failure_and_one_pass_is_not_all() {
        let todo = || Said::NotStarted("not started yet".to_owned());
        let failed = || Said::Failed("wrong".to_owned());
        assert_eq!(attempt(&[todo(), todo()]).state(), State::NotStarted);
        assert_eq!(attempt(&[todo(), Said::Passed]).state(), State::Failed);
        assert_eq!(
            attempt(&[Said::Passed, Said::Passed]).state(),
            State::Passed
        );
        assert_eq!(
            attempt(&[Said::Passed, Said::Endless]).state(),
            State::Failed
        );
        assert_eq!(
            attempt(&[todo(), failed()]).next().as_deref(),
            Some("wrong")
        );
        assert_eq!(attempt(&[Said::Passed]).next(), None);
    }
}
