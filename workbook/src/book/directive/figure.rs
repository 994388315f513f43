//! `figure`: the id of a figure, and below it, if the title is not enough, a caption.

use super::super::markdown::Fence;
use super::super::math::encode_text;
use super::super::source::Source;
use super::Kit;
use crate::figure::{self, Figure};
use anyhow::{Result, bail};

pub(super) fn expand(fence: &Fence, source: &Source<'_>, kit: &Kit<'_>) -> Result<String> {
    let body = &source.text[fence.body.clone()];
    let (id, caption) = body.split_once('\n').unwrap_or((body, ""));
    let Some(figure) = figure::find(id.trim()) else {
        bail!(
            "{}: there is no figure {}; the table of figures is in workbook/src/figure/mod.rs",
            source.place(fence.body.start),
            id.trim()
        );
    };
    let caption_start = fence.body.end - caption.len();
    let caption = match caption.trim() {
        "" => encode_text(figure.title),
        _ => kit
            .formulas
            .inner(source, caption, &|at| caption_start + at)?,
    };
    let id = figure.id;
    Ok(format!(
        "<figure id=\"{id}\">\n{}\n<figcaption>\n\n{caption}\n\n</figcaption>\n</figure>\n\n",
        described(figure)
    ))
}

/// The drawing with its name and description, on one line: a blank line would end the HTML.
fn described(figure: &Figure) -> String {
    let Figure {
        id,
        title,
        description,
        draw,
    } = figure;
    let (title, description) = (encode_text(title), encode_text(description));
    let heading = format!(
        "<svg role=\"img\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-description\""
    );
    let names = format!(
        "><title id=\"{id}-title\">{title}</title><desc id=\"{id}-description\">{description}</desc>"
    );
    let drawing = draw().replace(['\n', '\r'], " ");
    drawing
        .replacen("<svg", &heading, 1)
        .replacen('>', &names, 1)
}
