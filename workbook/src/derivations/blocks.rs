//! The derivations of a text: every `derivation` block of a Markdown file, or the whole of any other text.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

/// A derivation and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// How many lines stand before its first one.
    pub offset: usize,
    /// The derivation.
    pub text: String,
}

impl Block {
    /// A text that is a derivation from its first line on.
    pub fn whole(text: impl Into<String>) -> Self {
        Self {
            offset: 0,
            text: text.into(),
        }
    }
}

/// The fenced blocks of `markdown` whose first word is `derivation`, in order.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let events = Parser::new(markdown).into_offset_iter();
    let mut found: Vec<Block> = Vec::new();
    let mut inside = false;
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                inside = info.split([' ', ',']).next() == Some("derivation");
                if inside {
                    let offset = markdown[..range.start].matches('\n').count() + 1;
                    found.push(Block {
                        offset,
                        text: String::new(),
                    });
                }
            }
            Event::Text(text) if inside => {
                if let Some(block) = found.last_mut() {
                    block.text.push_str(&text);
                }
            }
            Event::End(_) => inside = false,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_derivations_are_found_with_their_lines() {
        let page = "# A page\n\n```derivation\nd/dx x^2\n= 2x\n```\n\n```rust\nlet x = 1;\n```\n\n> ```derivation d1.1\n> x = x\n> ```\n";
        let expected = [
            Block {
                offset: 3,
                text: "d/dx x^2\n= 2x\n".to_owned(),
            },
            Block {
                offset: 12,
                text: "x = x\n".to_owned(),
            },
        ];
        assert_eq!(blocks(page), expected);
        assert_eq!(blocks(&page.replace('\n', "\r\n")).len(), 2);
    }

    #[test]
    fn a_page_without_derivations_has_none() {
        assert_eq!(blocks("d/dx x^2 = 2x\n"), []);
        assert_eq!(blocks(""), []);
    }
}
