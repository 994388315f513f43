//! Writes HTML so that a Markdown parser which reads it again changes nothing.
//!
//! Every punctuation character of a text becomes a character reference, so no `*`, `_`, `\`, `|` or backtick is left
//! to mean something; line ends become blanks, so a tag fits a table cell.

/// Text as character references: letters, digits and blanks stay.
pub(in crate::book) fn encode_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    text.chars().for_each(|c| push(&mut out, c));
    out
}

/// HTML whose texts are encoded and whose tags are left alone.
pub(super) fn encode_html(html: &str) -> String {
    let mut out = String::with_capacity(html.len() * 2);
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '<' => rest.find('>').map_or(rest.len(), |close| close + 1),
            '&' => reference(rest).unwrap_or(1),
            _ => c.len_utf8(),
        };
        let (piece, behind) = rest.split_at(length);
        match c {
            '<' => push_tag(&mut out, piece),
            '&' if length > 1 => out.push_str(piece),
            _ => push(&mut out, c),
        }
        rest = behind;
    }
    out
}

fn push(out: &mut String, c: char) {
    if c.is_ascii_punctuation() {
        out.push_str(&format!("&#{};", u32::from(c)));
    } else if c.is_whitespace() && c.is_ascii() {
        out.push(' ');
    } else {
        out.push(c);
    }
}

/// The length of the character reference that `rest` begins with.
fn reference(rest: &str) -> Option<usize> {
    let end = rest.find(';')?;
    let name = rest[1..end].strip_prefix('#').unwrap_or(&rest[1..end]);
    let whole = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    whole.then_some(end + 1)
}

/// A tag on one line, its attributes by name: the typesetter's own order changes from run to run.
fn push_tag(out: &mut String, tag: &str) {
    let close = if tag.ends_with("/>") { "/>" } else { ">" };
    let inside = tag.strip_suffix(close).unwrap_or(tag);
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while let Some(end) = attribute(rest) {
        attributes.push(rest[..end].trim());
        rest = &rest[end..];
    }
    attributes.sort_unstable();
    let pieces = attributes.iter().flat_map(|attribute| [" ", attribute]);
    for piece in std::iter::once(name).chain(pieces).chain([rest, close]) {
        push_line(out, piece);
    }
}

/// The length of the first `name="value"` of a tag.
fn attribute(rest: &str) -> Option<usize> {
    let opening = rest.find('"')?;
    let closing = rest[opening + 1..].find('"')?;
    Some(opening + 1 + closing + 1)
}

fn push_line(out: &mut String, piece: &str) {
    for c in piece.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '|' | '`' => push(out, c),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_encoded_and_tags_are_not() {
        assert_eq!(
            encode_html("<b class=\"a_b\">x*y &lt; a&b</b>"),
            "<b class=\"a_b\">x&#42;y &lt; a&#38;b</b>"
        );
        assert_eq!(
            encode_html("<path d=\"M1\n2\"/>|"),
            "<path d=\"M1 2\"/>&#124;"
        );
        assert_eq!(
            encode_html("<mo b=\"1\" a=\"2 3\">"),
            "<mo a=\"2 3\" b=\"1\">"
        );
        assert_eq!(encode_text("a_b\n∂"), "a&#95;b ∂");
    }
}
