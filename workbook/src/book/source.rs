//! A chapter's text and the names of its places.

use std::fmt;

/// A chapter as it stands in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    /// The file, as a person would name it: `book/src/06_chain_rule.md`.
    pub(super) file: &'a str,
    /// Its text.
    pub(super) text: &'a str,
}

impl Source<'_> {
    /// The place of a byte offset.
    pub(super) fn place(&self, offset: usize) -> Place<'_> {
        let boundary =
            (0..=offset.min(self.text.len())).rfind(|at| self.text.is_char_boundary(*at));
        let before = &self.text[..boundary.unwrap_or(0)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            file: self.file,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// A place in a file; lines and columns count from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters_and_lines_of_either_ending() {
        let source = Source {
            file: "a.md",
            text: "über\r\n∂f = 0\n",
        };
        assert_eq!(source.place(0).to_string(), "a.md:1:1");
        let equals = source.text.find('=').unwrap();
        assert_eq!(source.place(equals).to_string(), "a.md:2:4");
    }
}
