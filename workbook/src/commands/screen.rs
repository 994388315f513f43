//! What several commands print: an attempt and what to do next, in 80 columns.

use std::path::Path;

use console::style;

use crate::collection::Exercise;
use crate::learner::{Attempt, Learner, State};

/// How a command of ours is typed.
pub(super) fn typed(command: &str) -> String {
    format!("cargo run -- {command}")
}

/// A path from the workbook's folder, with `/` between the parts.
pub(super) fn short(root: &Path, path: &Path) -> String {
    path.strip_prefix(root)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

/// A state in its colour; the word says it, too.
pub(super) fn state(state: State) -> console::StyledObject<&'static str> {
    let word = style(state.word());
    match state {
        State::NotStarted => word.dim(),
        State::NotBuilt | State::Failed => word.red(),
        State::Passed => word.green(),
    }
}

/// What an attempt said, and what to do next.
pub(super) fn attempt(learner: &Learner, exercise: &Exercise, attempt: &Attempt) -> String {
    let title = format!("{} {}", exercise.card.title, exercise.card.level.stars());
    let message = attempt
        .next()
        .map(|message| format!("{message}\n\n"))
        .unwrap_or_default();
    let then = match attempt.state() {
        State::Passed => passed(learner, attempt),
        _ => open(learner, exercise, attempt),
    };
    format!(
        "{}  {}\n\n{message}{then}\n",
        style(&exercise.id).bold(),
        style(title).dim()
    )
}

fn passed(learner: &Learner, attempt: &Attempt) -> String {
    let all = format!(
        "{}  All {} tests pass.",
        state(State::Passed),
        attempt.tests.len()
    );
    let Some(next) = learner.next() else {
        return format!("{all}\nEvery exercise is solved. Congratulations!");
    };
    let file = short(&learner.collection.root, &next.stub());
    let task = task(next).unwrap_or_default();
    format!(
        "{all}\n\nNext: {}  {}\n      {file}\n      {task}",
        style(&next.id).bold(),
        next.card.title
    )
}

fn open(learner: &Learner, exercise: &Exercise, attempt: &Attempt) -> String {
    let tests = match attempt.tests.len() {
        0 => "It does not compile yet.".to_owned(),
        count => format!("{} of {count} tests pass.", attempt.passed()),
    };
    let (state, file) = (
        state(attempt.state()),
        short(&learner.collection.root, &exercise.stub()),
    );
    let hint = typed(&format!("hint {}", exercise.id));
    format!("{state}  {tests}\nWrite in {file}\nStuck?   {hint}")
}

/// The first sentence of the task: the first line of the first function's documentation.
fn task(exercise: &Exercise) -> Option<String> {
    let stub = std::fs::read_to_string(exercise.stub()).ok()?;
    let line = stub
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("/// "))?;
    Some(line.trim().to_owned())
}
