//! A syntax error as lines of text: the place, the line, a caret, the sentence, the help. At most 80 columns.

use super::{Span, SyntaxError};

/// The widest line that is printed.
const WIDTH: usize = 80;
/// The most characters of the text that are shown around an error.
const WINDOW: usize = 68;

/// A place in a text, counted from 1 as editors count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Place {
    /// Where a byte of a text stands.
    ///
    /// ```
    /// use pencilgrad::derivation::syntax::Place;
    /// assert_eq!(Place::of("x²\n= y", 5), Place { line: 2, column: 2 });
    /// ```
    pub fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let last = before.rsplit('\n').next().unwrap_or("");
        let column = last.chars().count() + 1;
        Self { line, column }
    }
}

impl SyntaxError {
    /// The error with the line it stands in and a caret below the place.
    ///
    /// ```
    /// use pencilgrad::derivation::syntax::parse;
    /// let text = "d/dx (x^2) = 2 *";
    /// let shown = parse(text).errors[0].render(text);
    /// assert_eq!(shown, "\
    /// line 1, character 17:
    ///     d/dx (x^2) = 2 *
    ///                     ^
    /// Something to compute with was expected here, not the end of the line.
    /// A number, a name, a function or a bracket can stand here.
    /// ");
    /// ```
    pub fn render(&self, text: &str) -> String {
        let place = Place::of(text, self.span.start);
        let (line, caret) = excerpt(text, self.span);
        let mut shown = format!("line {}, character {}:\n", place.line, place.column);
        shown.push_str(&format!("    {line}\n    {caret}\n"));
        for paragraph in [&self.message, &self.help] {
            wrap(paragraph, &mut shown);
        }
        shown
    }
}

/// The part of the line around the span, and carets below it. Control characters are shown as `·`.
fn excerpt(text: &str, span: Span) -> (String, String) {
    let start = text
        .get(..span.start)
        .map_or(0, |before| before.rfind('\n').map_or(0, |at| at + 1));
    let line = text
        .get(start..)
        .unwrap_or("")
        .split('\n')
        .next()
        .unwrap_or("");
    let characters: Vec<char> = line.chars().collect();
    let before = text.get(start..span.start).unwrap_or("").chars().count();
    let length = span
        .of(text)
        .split('\n')
        .next()
        .unwrap_or("")
        .chars()
        .count()
        .max(1);
    let from = before.saturating_sub(WINDOW / 2);
    let window = characters.iter().skip(from).take(WINDOW);
    let shown: String = window
        .map(|&c| if c.is_control() { '·' } else { c })
        .collect();
    let left = if from > 0 { "…" } else { "" };
    let right = if from + WINDOW < characters.len() {
        "…"
    } else {
        ""
    };
    let carets = length.min(WINDOW - (before - from).min(WINDOW - 1));
    let indent = before - from + left.chars().count();
    let caret = format!("{}{}", " ".repeat(indent), "^".repeat(carets.max(1)));
    (format!("{left}{shown}{right}").trim_end().to_owned(), caret)
}

/// Words in lines of at most [`WIDTH`] characters.
fn wrap(paragraph: &str, shown: &mut String) {
    let mut width = 0;
    for word in paragraph.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            shown.push('\n');
            width = 0;
        } else if width > 0 {
            shown.push(' ');
            width += 1;
        }
        shown.push_str(word);
        width += length;
    }
    if width > 0 {
        shown.push('\n');
    }
}
