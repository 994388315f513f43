//! `workbook hint [NAME]`: the next of three hints.

use anyhow::Result;

use super::screen;
use crate::learner::Learner;

/// What `hint` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The exercise; without it, the one you are at
    name: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let mut learner = Learner::find(None)?;
    let id = learner.exercise(arguments.name.as_deref())?.id.clone();
    print!("{}", next(&mut learner, &id)?);
    Ok(())
}

/// The next hint for an exercise, which counts as shown; after the last one, all three.
pub(super) fn next(learner: &mut Learner, id: &str) -> Result<String> {
    let hints = learner.exercise(Some(id))?.card.hints.clone();
    let shown = learner.progress.entry(id).hints;
    let all = shown >= hints.len();
    if !all {
        learner.progress.count_hint(id);
        learner.save()?;
    }
    let wanted = if all {
        0..hints.len()
    } else {
        shown..shown + 1
    };
    let number = |i: usize| {
        format!(
            "Hint {} of {} for {id}\n{}\n\n",
            i + 1,
            hints.len(),
            wrap(&hints[i])
        )
    };
    let text: String = wanted.clone().map(number).collect();
    let then = if wanted.end == hints.len() {
        format!(
            "That was the last one. The solution: {}",
            screen::typed(&format!("solution {id} --give-up"))
        )
    } else {
        format!("The next one: {}", screen::typed(&format!("hint {id}")))
    };
    Ok(format!("{text}{then}\n"))
}

/// A paragraph in lines of at most 80 letters.
fn wrap(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is a line");
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > 80 {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}
