//! Where something stands in the text, and what to say when it cannot be read.

/// A stretch of the text, in bytes: `start..end`, both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The text it covers; empty when the span does not belong to `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// Something that cannot be read: where, why, and what would be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// The offending character or stretch. Empty at the end of a line where something is missing.
    pub span: Span,
    /// One sentence: what was found and what was expected.
    pub message: String,
    /// What would be accepted, with an example where one helps. May be empty.
    pub help: String,
}
