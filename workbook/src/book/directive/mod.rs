//! The book's blocks: fenced code whose name is in the table below.
//!
//! On a code host they are readable text, and rustdoc passes them over; here they become cards, boxes and figures.

mod derivation;
mod exercise;
mod figure;
mod lesson;
mod mistakes;
mod quiz;
mod spot;
mod written;

use super::expander::Expander;
use super::lessons::Lesson;
use super::markdown::Fence;
use super::source::Source;
use crate::collection::Collection;
use anyhow::{Result, anyhow};
use serde::de::DeserializeOwned;

/// What a block may need beyond its own text.
pub(super) struct Kit<'a> {
    pub(super) exercises: &'a Collection,
    pub(super) formulas: &'a Expander,
    pub(super) lessons: &'a [Lesson],
}

/// Turns a block into Markdown and HTML.
type Expand = fn(&Fence, &Source<'_>, &Kit<'_>) -> Result<String>;

/// Every block there is.
const TABLE: &[(&str, Expand)] = &[
    ("lesson", lesson::expand),
    ("exercise", exercise::expand),
    ("figure", figure::expand),
    ("spot", spot::expand),
    ("quiz", quiz::expand),
    ("derivation", derivation::expand),
    ("mistakes", mistakes::expand),
];

/// What a block becomes, if it is one of ours.
pub(super) fn expand(fence: &Fence, source: &Source<'_>, kit: &Kit<'_>) -> Option<Result<String>> {
    let (name, expand) = TABLE.iter().find(|(name, _)| *name == fence.name)?;
    let line = source.text[..fence.range.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    if line != fence.range.start {
        let place = source.place(fence.range.start);
        return Some(Err(anyhow!(
            "{place}: the block `{name}` stands inside another element; begin it at the beginning of a line"
        )));
    }
    Some(expand(fence, source, kit))
}

/// Reads a block's body as TOML.
fn settings<T: DeserializeOwned>(fence: &Fence, source: &Source<'_>) -> Result<T> {
    toml::from_str(&source.text[fence.body.clone()]).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let place = source.place(fence.body.start + at);
        let (name, reason) = (&fence.name, error.message());
        anyhow!("{place}: the block `{name}` cannot be read: {reason}")
    })
}

/// A text of a TOML body, with its formulas typeset.
fn rich(
    text: &toml::Spanned<String>,
    fence: &Fence,
    source: &Source<'_>,
    kit: &Kit<'_>,
) -> Result<String> {
    let start = fence.body.start + text.span().start;
    let end = fence.body.start + text.span().end;
    let (as_written, meaning) = (&source.text[start..end], text.get_ref());
    kit.formulas.inner(source, meaning, &|at| {
        start + written::offset(as_written, meaning, at)
    })
}
