//! `derivation`: a derivation by hand, line by line.

use super::super::markdown::Fence;
use super::super::math::encode_text;
use super::super::source::Source;
use super::Kit;
use anyhow::Result;

pub(super) fn expand(fence: &Fence, source: &Source<'_>, _: &Kit<'_>) -> Result<String> {
    let lines: Vec<String> = source.text[fence.body.clone()]
        .lines()
        .map(|line| format!("<code>{}</code>", keep_blanks(&encode_text(line))))
        .collect();
    Ok(format!(
        "<div class=\"derivation\" role=\"group\" aria-label=\"Derivation\">\n{}\n</div>\n\n",
        lines.join("<br>\n")
    ))
}

/// The alignment of a derivation is part of it.
fn keep_blanks(line: &str) -> String {
    line.replace(' ', "&#160;")
}
