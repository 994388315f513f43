//! `lesson`: the card that opens a lesson: how long it takes, what it needs, the notation it adds.

use super::super::lessons::Lesson;
use super::super::markdown::Fence;
use super::super::source::Source;
use super::{Kit, rich, settings};
use anyhow::Result;
use serde::Deserialize;
use std::fmt::Write;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opening {
    id: u8,
    minutes: u32,
    #[serde(default)]
    needs: Vec<u8>,
    #[serde(default)]
    notation: Vec<(Spanned<String>, Spanned<String>)>,
}

pub(super) fn expand(fence: &Fence, source: &Source<'_>, kit: &Kit<'_>) -> Result<String> {
    let opening: Opening = settings(fence, source)?;
    let mut out = format!(
        "<div class=\"lesson-card\">\n<p class=\"facts\"><strong>Lesson {}</strong> \
         <span>about {} minutes</span></p>\n\n",
        opening.id, opening.minutes
    );
    if !opening.needs.is_empty() {
        let needs: Vec<String> = opening
            .needs
            .iter()
            .map(|number| need(*number, kit.lessons))
            .collect();
        writeln!(out, "Builds on {}.\n", needs.join(", "))?;
    }
    if !opening.notation.is_empty() {
        out.push_str("<p class=\"facts\">New notation</p>\n\n| | |\n|---|---|\n");
        for (symbol, meaning) in &opening.notation {
            let symbol = rich(symbol, fence, source, kit)?;
            let meaning = rich(meaning, fence, source, kit)?;
            writeln!(out, "| {symbol} | {meaning} |")?;
        }
    }
    out.push_str("\n</div>\n\n");
    Ok(out)
}

/// A lesson this one builds on: a link, once its chapter is written.
fn need(number: u8, lessons: &[Lesson]) -> String {
    match lessons.iter().find(|lesson| lesson.number == number) {
        Some(lesson) => format!("[lesson {number}: {}]({})", lesson.name, lesson.file),
        None => format!("lesson {number}"),
    }
}
