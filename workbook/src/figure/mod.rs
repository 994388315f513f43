//! The figures of the book, drawn when it is built.
//!
//! A drawing takes its colours from the page, so that it fits every theme and a print: `var(--ink)` for lines and
//! text, `var(--faint)` for grids, and `var(--one)` to `var(--four)` for what must be told apart. A colour never
//! says something alone: a label, a dash or a shape says it too.

/// One figure.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// What a `figure` block of a chapter calls it, in kebab case.
    pub id: &'static str,
    /// A few words: the caption, and the name of the picture for those who hear it.
    pub title: &'static str,
    /// What there is to see, for those who do not: plain text.
    pub description: &'static str,
    /// The drawing: one `<svg viewBox="…">…</svg>` without title, description or blank lines.
    pub draw: fn() -> String,
}

/// Every figure of the book.
pub const FIGURES: &[Figure] = &[];

/// The figure with this id, if there is one.
pub fn find(id: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.id == id)
}
