//! `workbook reset NAME`: the stub back, the learner's file kept.

use anyhow::Result;

use super::screen;
use crate::learner::{Learner, Restored, State, restore};

/// What `reset` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The exercise
    name: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let mut learner = Learner::find(None)?;
    let exercise = learner.exercise(Some(&arguments.name))?;
    let root = &learner.collection.root;
    let stub = screen::short(root, &exercise.stub());
    match restore(root, exercise)? {
        Restored::Already => println!("{stub} is the stub already."),
        Restored::Kept(backup) => {
            println!(
                "{stub} is the stub again. Yours is kept in {}",
                screen::short(root, &backup)
            );
        }
    }
    let id = exercise.id.clone();
    learner.progress.record(&id, State::NotStarted);
    learner.save()
}
