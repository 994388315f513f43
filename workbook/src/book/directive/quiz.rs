//! `quiz`: a question with options. Each unfolds to say whether it is right, and why or why not.

use super::super::markdown::Fence;
use super::super::source::Source;
use super::{Kit, rich, settings};
use anyhow::{Result, bail};
use serde::Deserialize;
use std::fmt::Write;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Quiz {
    question: Spanned<String>,
    #[serde(rename = "option")]
    options: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    text: Spanned<String>,
    right: bool,
    reason: Spanned<String>,
}

pub(super) fn expand(fence: &Fence, source: &Source<'_>, kit: &Kit<'_>) -> Result<String> {
    let quiz: Quiz = settings(fence, source)?;
    let right = quiz.options.iter().filter(|option| option.right).count();
    if quiz.options.len() < 2 || right != 1 {
        bail!(
            "{}: a quiz has two options or more, and one of them is right; here {right} of {} are",
            source.place(fence.body.start),
            quiz.options.len()
        );
    }
    let question = rich(&quiz.question, fence, source, kit)?;
    let mut out = format!(
        "<section class=\"quiz\" aria-label=\"Question\">\n\
         <p class=\"facts\"><strong>Question</strong></p>\n\n{question}\n\n"
    );
    for option in &quiz.options {
        let text = phrase(&rich(&option.text, fence, source, kit)?);
        let reason = rich(&option.reason, fence, source, kit)?;
        let (class, verdict) = match option.right {
            true => ("is-right", "Right."),
            false => ("is-wrong", "Not this one."),
        };
        write!(
            out,
            "<details class=\"option {class}\">\n<summary>{text}</summary>\n\n\
             **{verdict}** {reason}\n\n</details>\n\n"
        )?;
    }
    out.push_str("</section>\n\n");
    Ok(out)
}

/// Markdown as HTML without a paragraph around it: a summary holds words, not paragraphs.
fn phrase(markdown: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(markdown));
    let html = html.trim();
    let inner = html
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"));
    inner.unwrap_or(html).replace('\n', " ")
}
