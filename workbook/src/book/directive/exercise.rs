//! `exercise`: one card for each id in the block.

use super::super::exercises::Exercise;
use super::super::markdown::Fence;
use super::super::math::encode_text;
use super::super::source::Source;
use super::Kit;
use anyhow::{Result, bail};

const LEVELS: usize = 3;

pub(super) fn expand(fence: &Fence, source: &Source<'_>, kit: &Kit<'_>) -> Result<String> {
    let mut cards = String::new();
    let mut at = fence.body.start;
    for line in source.text[fence.body.clone()].split_inclusive('\n') {
        let id = line.trim();
        match kit.exercises.find(id) {
            Some(exercise) => cards.push_str(&card(exercise)),
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

fn card(exercise: &Exercise) -> String {
    let Exercise { id, folder, about } = exercise;
    let title = encode_text(&about.title);
    let level = usize::from(about.level);
    let full = "★".repeat(level.min(LEVELS));
    let empty = "☆".repeat(LEVELS.saturating_sub(level));
    format!(
        "<section class=\"exercise-card\" id=\"{id}\" aria-labelledby=\"{id}-title\">\n\
         <p class=\"facts\"><strong id=\"{id}-title\">{title}</strong>\n\
         <span class=\"level\" role=\"img\" aria-label=\"level {level} of {LEVELS}\">{full}{empty}</span>\n\
         <span>about {minutes} minutes</span></p>\n\n\
         ```text\ncargo test -p {id}\n```\n\n\
         <p class=\"file\">Write in <code>{folder}/src/lib.rs</code></p>\n</section>\n\n",
        minutes = about.minutes,
    )
}
