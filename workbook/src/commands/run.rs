//! `workbook run [NAME]`: one exercise's tests, and what to do next.

use std::process::ExitCode;

use anyhow::Result;

use super::screen;
use crate::learner::{Learner, State};

/// What `run` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The exercise; without it, the next one that is not solved
    name: Option<String>,
}

/// The exit code says whether the exercise passed.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mut learner = Learner::find(None)?;
    let id = learner.exercise(arguments.name.as_deref())?.id.clone();
    let attempt = learner.attempt(&id)?;
    print!(
        "{}",
        screen::attempt(&learner, learner.exercise(Some(&id))?, &attempt)
    );
    Ok(match attempt.state() {
        State::Passed => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}
