//! A TOML string as it is written, next to what it means: so that an error inside it has its true place.

/// The offset in `written` (a TOML string with its quotes) of the character at `at` of its `meaning`.
///
/// An escape is longer than what it means, and a line end may be.
pub(super) fn offset(written: &str, meaning: &str, at: usize) -> usize {
    let mut offset = opening(written);
    let literal = written.starts_with('\'');
    for c in meaning[..at.min(meaning.len())].chars() {
        let rest = &written[offset.min(written.len())..];
        offset += match rest.chars().next() {
            Some('\\') if !literal => escape(rest, c),
            Some('\r') if c == '\n' => "\r\n".len(),
            Some(same) => same.len_utf8(),
            None => 0,
        };
    }
    offset
}

/// The length of the quotes, and of the line end that may follow three of them.
fn opening(written: &str) -> usize {
    let three = ["\"\"\"", "'''"].iter().any(|it| written.starts_with(it));
    let quotes = if three { 3 } else { 1 };
    let line_end = ["\r\n", "\n"]
        .iter()
        .find(|it| three && written[quotes..].starts_with(**it));
    quotes + line_end.map_or(0, |it| it.len())
}

/// The length of the escape that `rest` begins with, and which means `meaning`.
fn escape(rest: &str, meaning: char) -> usize {
    match rest[1..].chars().next() {
        Some('x') => 4,
        Some('u') => 6,
        Some('U') => 10,
        // A backslash at the end of a line takes the blanks that follow, up to the next character.
        Some(c) if c.is_whitespace() => {
            let blanks = rest.len() - 1 - rest[1..].trim_start().len();
            1 + blanks + meaning.len_utf8()
        }
        Some(c) => 1 + c.len_utf8(),
        None => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::offset;

    /// Where the star of a string is written.
    #[track_caller]
    fn finds_the_star(written: &str) {
        let table: toml::Table = format!("text = {written}").parse().unwrap();
        let meaning = table["text"].as_str().unwrap();
        let at = meaning.find('*').unwrap();
        assert_eq!(offset(written, meaning, at), written.find('*').unwrap());
    }

    #[test]
    fn every_way_to_write_a_string() {
        finds_the_star(r#""a*""#);
        finds_the_star(r#""$\\frac{\"a\"}\u00e9ü*""#);
        finds_the_star(r"'$\frac*'");
        finds_the_star("'''\n\\\\ $\\frac*'''");
        finds_the_star("\"\"\"\n\n\\\\ line\n$\\\\frac*\"\"\"");
        finds_the_star("\"\"\"\r\nline\r\n$\\\\frac*\"\"\"");
        finds_the_star("\"\"\"one \\\n     two*\"\"\"");
    }
}
