//! Where the formulas of a Markdown text are: `$…$` in a line, `$$…$$` on display.

use std::borrow::Cow;
use std::ops::Range;

/// One formula of a text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::book) struct Formula<'a> {
    /// The formula with its dollar signs.
    pub(in crate::book) range: Range<usize>,
    /// Between `$$` and `$$`.
    pub(in crate::book) display: bool,
    /// The TeX, without the marks of a quotation it may run through.
    pub(in crate::book) tex: Cow<'a, str>,
}

impl Formula<'_> {
    /// The offset in the text of an offset in the TeX.
    pub(in crate::book) fn offset(&self, in_tex: usize) -> usize {
        let first = self.range.start + if self.display { 2 } else { 1 };
        match self.tex {
            Cow::Borrowed(tex) => first + in_tex.min(tex.len()),
            Cow::Owned(_) => first,
        }
    }
}

/// The formulas of `text` outside the `opaque` ranges; the offset of a dollar sign that opens one and is never closed.
///
/// A dollar sign before a blank is a dollar sign, and so is `\$`.
pub(in crate::book) fn formulas<'a>(
    text: &'a str,
    opaque: &[Range<usize>],
) -> Result<Vec<Formula<'a>>, usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(opening) = next_dollar(text, at, opaque) {
        let rest = &text[opening..];
        let display = rest.starts_with("$$");
        if !display && rest[1..].starts_with(|c: char| c.is_whitespace()) {
            at = opening + 1;
            continue;
        }
        let width = if display { 2 } else { 1 };
        let length = closing(&rest[width..], display).ok_or(opening)?;
        let range = opening..opening + width + length + width;
        found.push(Formula {
            tex: unquoted(text, opening, &rest[width..width + length]),
            display,
            range: range.clone(),
        });
        at = range.end;
    }
    Ok(found)
}

/// The next dollar sign at or after `at` that is neither escaped nor opaque.
fn next_dollar(text: &str, mut at: usize, opaque: &[Range<usize>]) -> Option<usize> {
    loop {
        at += text[at..].find(['$', '\\'])?;
        let inside = opaque.partition_point(|range| range.end <= at);
        match opaque.get(inside) {
            Some(range) if range.contains(&at) => at = range.end,
            _ if text[at..].starts_with('$') => return Some(at),
            _ => at = after_escape(text, at),
        }
    }
}

/// The offset behind a backslash and the character it escapes.
fn after_escape(text: &str, backslash: usize) -> usize {
    let escaped = text[backslash + 1..].chars().next();
    backslash + 1 + escaped.map_or(0, char::len_utf8)
}

/// The length of the TeX that `rest` begins with, if it is closed before the paragraph ends.
fn closing(rest: &str, display: bool) -> Option<usize> {
    let mut at = 0;
    loop {
        at += rest[at..].find(['$', '\\', '\n'])?;
        match rest.as_bytes()[at] {
            b'\\' => at = after_escape(rest, at),
            b'\n' if is_blank(&rest[at + 1..]) => return None,
            b'\n' => at += 1,
            _ if closes(rest, at, display) => return Some(at),
            _ => at += 1,
        }
    }
}

fn is_blank(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default();
    line.trim_matches(['>', ' ', '\t', '\r']).is_empty()
}

/// Does the dollar sign at `at` close the formula? In a line it must touch the TeX, and not look like a price.
fn closes(rest: &str, at: usize, display: bool) -> bool {
    if display {
        return rest[at..].starts_with("$$");
    }
    let touches = !rest[..at].ends_with(|c: char| c.is_whitespace());
    let price = rest[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    touches && !price && at > 0
}

/// The TeX without the `>` that a quotation puts before each of its lines.
fn unquoted<'a>(text: &str, opening: usize, tex: &'a str) -> Cow<'a, str> {
    let line = text[..opening].rfind('\n').map_or(0, |newline| newline + 1);
    let depth = text[line..opening].matches('>').count();
    let quoted = text[line..opening].trim_start().starts_with('>');
    if !quoted || !tex.contains('\n') {
        return Cow::Borrowed(tex);
    }
    let lines = tex.split('\n').enumerate();
    let lines = lines.map(|(number, line)| match number {
        0 => line,
        _ => (0..depth).fold(line.trim_start(), |line, _| {
            line.strip_prefix('>').unwrap_or(line).trim_start()
        }),
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tex(text: &str) -> Vec<String> {
        let found = formulas(text, &[]).unwrap();
        found.into_iter().map(|f| f.tex.into_owned()).collect()
    }

    #[test]
    fn formulas_are_found_in_a_line_and_on_display() {
        assert_eq!(
            tex(r"Let $a^*b^*$ and $$\{a\} \\ b$$."),
            ["a^*b^*", r"\{a\} \\ b"]
        );
    }

    #[test]
    fn dollars_that_are_dollars_stay() {
        assert_eq!(tex(r"It costs \$5, or 5 $ in all."), [""; 0]);
        assert_eq!(tex(r"$a \$ b$"), [r"a \$ b"]);
    }

    #[test]
    fn a_formula_that_is_never_closed_is_an_error_at_its_opening() {
        assert_eq!(formulas("So $a + b.\n\nNext $c$.", &[]), Err(3));
        assert_eq!(formulas("It costs $5 or $6.", &[]), Err(9));
        assert_eq!(formulas("$$a\n\nb$$", &[]), Err(0));
    }

    #[test]
    fn opaque_ranges_are_passed_over() {
        let text = "`$` and $x$";
        let found = formulas(text, std::slice::from_ref(&(0..3))).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].range.clone()], "$x$");
    }

    #[test]
    fn a_quotation_does_not_get_into_the_formula() {
        assert_eq!(tex("> $$\n> a > b\n> $$\n"), ["\na > b\n"]);
    }
}
