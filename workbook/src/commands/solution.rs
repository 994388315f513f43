//! `workbook solution NAME`: the reference answer, after a pass or on giving up.

use anyhow::{Context, Result, bail};

use super::screen;
use crate::learner::{Learner, State};

/// What `solution` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The exercise
    name: String,
    /// Show it although the exercise is not solved
    #[arg(long)]
    give_up: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let learner = Learner::find(None)?;
    let exercise = learner.exercise(Some(&arguments.name))?;
    let id = &exercise.id;
    if learner.progress.state(id) != State::Passed && !arguments.give_up {
        bail!(
            "`{id}` is not solved yet. There are three hints: {}. To see the solution all the same: {}",
            screen::typed(&format!("hint {id}")),
            screen::typed(&format!("solution {id} --give-up"))
        );
    }
    let file = exercise.solution();
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    println!(
        "// {}\n{}",
        screen::short(&learner.collection.root, &file),
        text.trim_end()
    );
    Ok(())
}
