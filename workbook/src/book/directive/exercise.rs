//! `exercise`: one card for each id in the block.

use super::super::markdown::Fence;
use super::super::math::encode_text;
use super::super::source::Source;
use super::Kit;
use crate::collection::{Collection, Exercise, Level};
use anyhow::{Result, bail};
use std::path::Path;

/// What the folded hints are called.
const SUMMARIES: [&str; 3] = ["A hint", "A second hint", "A third hint, nearly the answer"];

pub(super) fn expand(fence: &Fence, source: &Source<'_>, kit: &Kit<'_>) -> Result<String> {
    let mut cards = String::new();
    let mut at = fence.body.start;
    for line in source.text[fence.body.clone()].split_inclusive('\n') {
        let id = line.trim();
        match kit.exercises.find(id) {
            Some(exercise) => cards.push_str(&card(exercise, kit)?),
            None if id.is_empty() => {}
            None => bail!(
                "{}: there is no exercise {id}; an exercise's id is the package name in its Cargo.toml",
                source.place(at)
            ),
        }
        at += line.len();
    }
    Ok(cards)
}

fn card(exercise: &Exercise, kit: &Kit<'_>) -> Result<String> {
    let (id, card) = (&exercise.id, &exercise.card);
    Ok(format!(
        "<section class=\"exercise-card\" id=\"{id}\" aria-labelledby=\"{id}-title\">\n\
         <p class=\"facts\"><strong id=\"{id}-title\">{title}</strong>\n\
         <span class=\"level\" role=\"img\" aria-label=\"level {level} of 3\">{stars}</span>\n\
         <span>about {minutes} minutes</span></p>\n\n\
         ```text\ncargo test -p {id}\n```\n\n\
         <p class=\"file\">Write in <code>{stub}</code></p>\n\n{hints}\n</section>\n\n",
        title = encode_text(&card.title),
        level = card.level.stars().chars().count(),
        stars = stars(card.level),
        minutes = card.minutes,
        stub = from_root(&exercise.stub(), kit.exercises),
        hints = hints(exercise, kit)?,
    ))
}

/// The level as three stars, full and empty.
fn stars(level: Level) -> String {
    format!("{:☆<3}", level.stars())
}

/// The hints, each inside the one before: a reader unfolds as many as are needed.
fn hints(exercise: &Exercise, kit: &Kit<'_>) -> Result<String> {
    let file = from_root(&exercise.folder.join("exercise.toml"), kit.exercises);
    let mut hints = exercise.card.hints.iter().zip(SUMMARIES).rev();
    hints.try_fold(String::new(), |inner, (hint, summary)| {
        let source = Source {
            file: &file,
            text: hint,
        };
        let hint = kit.formulas.inner(&source, hint, &|at| at)?;
        Ok(format!(
            "<details>\n<summary>{summary}</summary>\n\n{hint}\n\n{inner}</details>\n\n"
        ))
    })
}

/// A file as it is named in the folder of the workbook.
fn from_root(file: &Path, collection: &Collection) -> String {
    let file = file.strip_prefix(&collection.root).unwrap_or(file);
    file.display().to_string().replace('\\', "/")
}
