//! `spot`: a mistake that stood in print, for the reader to find; the answer unfolds.

use super::super::markdown::Fence;
use super::super::source::Source;
use super::{Kit, rich, settings};
use anyhow::Result;
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spot {
    finding: String,
    says: Spanned<String>,
    answer: Spanned<String>,
}

pub(super) fn expand(fence: &Fence, source: &Source<'_>, kit: &Kit<'_>) -> Result<String> {
    let spot: Spot = settings(fence, source)?;
    let says = rich(&spot.says, fence, source, kit)?;
    let answer = rich(&spot.answer, fence, source, kit)?;
    let finding = &spot.finding;
    Ok(format!(
        "<aside class=\"spot\" id=\"finding-{finding}\" aria-label=\"Spot the mistake\">\n\
         <p class=\"facts\"><strong>Spot the mistake</strong> <span>finding {finding}</span></p>\n\n\
         {says}\n\n\
         <details>\n<summary>What is wrong, and what is right</summary>\n\n\
         {answer}\n\n</details>\n</aside>\n\n"
    ))
}
