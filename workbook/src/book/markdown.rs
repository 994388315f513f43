//! What mdBook will make of a chapter: its headings, its fenced blocks, and the text that formulas may stand in.

use super::math;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use std::ops::Range;

/// A fenced block of a chapter.
#[derive(Debug)]
pub(super) struct Fence {
    /// The first word after the opening fence.
    pub(super) name: String,
    /// The whole block, fences included.
    pub(super) range: Range<usize>,
    /// What stands between the fences.
    pub(super) body: Range<usize>,
}

/// A chapter's fenced blocks and its opaque ranges.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// The headings without an id of their own.
    pub(super) headings: Vec<Range<usize>>,
    pub(super) fences: Vec<Fence>,
    /// Code, tags and comments: a dollar sign in here is a dollar sign. In order, and apart.
    pub(super) opaque: Vec<Range<usize>>,
}

impl Layout {
    /// Parses `text` with the extensions that mdBook turns on.
    ///
    /// A bar in a formula would cut a table's cell, and what is cut off is not parsed: so the bars of everything
    /// between dollar signs are hidden first.
    pub(super) fn of(text: &str) -> Self {
        if !text.contains('|') {
            return Self::parse(text);
        }
        let formulas = math::formulas(text, &Self::parse(text).opaque).unwrap_or_default();
        let mut hidden = text.to_owned();
        for formula in formulas {
            let bars = text[formula.range.clone()].replace('|', "/");
            hidden.replace_range(formula.range, &bars);
        }
        Self::parse(&hidden)
    }

    fn parse(text: &str) -> Self {
        let mut layout = Self::default();
        for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    if let CodeBlockKind::Fenced(info) = kind {
                        layout.fences.push(fence(text, &info, range.clone()));
                    }
                    layout.opaque.push(range);
                }
                Event::Start(Tag::Heading { id: None, .. }) => layout.headings.push(range),
                Event::Code(_) | Event::InlineHtml(_) => layout.opaque.push(range),
                Event::Html(html) => layout.opaque.extend(tags(&html, range)),
                _ => {}
            }
        }
        layout
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

fn fence(text: &str, info: &str, range: Range<usize>) -> Fence {
    let block = text[range.clone()].trim_end();
    let first = block.find('\n').map_or(block.len(), |newline| newline + 1);
    let last = block.rfind('\n').map_or(block.len(), |newline| newline + 1);
    let name = info
        .split([' ', ',', '\t'])
        .next()
        .unwrap_or_default()
        .to_owned();
    Fence {
        name,
        body: range.start + first..range.start + last.max(first),
        range,
    }
}

/// The tags and comments of a line of raw HTML; the text between them may hold formulas.
fn tags(html: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = html[from..].find('<').map(|at| from + at) {
        let close = html[open..]
            .find('>')
            .map_or(html.len(), |at| open + at + 1);
        found.push(range.start + open..range.start + close);
        from = close;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_has_a_name_and_a_body() {
        let text = "Text.\n\n```exercise\nchain_scalar\n```\n\nMore.\n";
        let layout = Layout::of(text);
        let fence = &layout.fences[0];
        assert_eq!(fence.name, "exercise");
        assert_eq!(&text[fence.body.clone()], "chain_scalar\n");
        assert!(text[fence.range.clone()].trim_end().ends_with("```"));
    }

    #[test]
    fn an_empty_fence_has_an_empty_body() {
        let text = "```exercise\n```\n";
        assert_eq!(&text[Layout::of(text).fences[0].body.clone()], "");
    }

    #[test]
    fn code_behind_a_bar_in_a_formula_is_code() {
        let text = "| a | b |\n|---|---|\n| $|x|$ | `$code$` |\n";
        let opaque = Layout::of(text).opaque;
        assert_eq!(opaque.len(), 1);
        assert_eq!(&text[opaque[0].clone()], "`$code$`");
    }

    #[test]
    fn code_and_tags_are_opaque_and_their_neighbours_are_not() {
        let text = "a `b$` c\n\n<p title=\"$\">d $ e</p>\n";
        let opaque: Vec<&str> = Layout::of(text)
            .opaque
            .iter()
            .map(|range| &text[range.clone()])
            .collect();
        assert_eq!(opaque, ["`b$`", "<p title=\"$\">", "</p>"]);
    }
}
