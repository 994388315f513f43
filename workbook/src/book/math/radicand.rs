//! Braces around the radicand of a root.
//!
//! katex-rs 0.3 forgets to move a radicand to the right of the root sign when it is a single symbol: `\sqrt{x}` comes
//! out as an x under the hook. A second pair of braces makes it a group, and groups are moved.

const ROOT: &str = r"\sqrt";

/// The same formula with single radicands in two pairs of braces.
pub(super) fn braced(tex: &str) -> String {
    let mut out = String::new();
    let mut rest = tex;
    while let Some(at) = rest.find(ROOT) {
        let (before, after) = rest.split_at(at + ROOT.len());
        out.push_str(before);
        rest = after;
        if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue; // another command, such as \sqrtsign
        }
        let start = radicand(rest);
        let token = &rest[start..start + single(&rest[start..])];
        out.push_str(&rest[..start]);
        if !token.is_empty() {
            out.push_str(&format!("{{{{{}}}}}", token.trim_matches(['{', '}'])));
        }
        rest = &rest[start + token.len()..];
    }
    out + rest
}

/// Where the radicand starts, behind blanks and the degree in brackets.
fn radicand(text: &str) -> usize {
    let blank = |from: usize| from + text[from..].len() - text[from..].trim_start().len();
    let start = blank(0);
    match text[start..].strip_prefix('[').and_then(|_| text.find(']')) {
        Some(end) => blank(end + 1),
        None => start,
    }
}

/// The length of the radicand if it is one letter, digit or command, in braces or not; otherwise 0.
fn single(text: &str) -> usize {
    let inner = text.strip_prefix('{').unwrap_or(text);
    let length = match inner.chars().next() {
        Some('\\') => {
            1 + inner[1..]
                .find(|c: char| !c.is_ascii_alphabetic())
                .unwrap_or(inner.len() - 1)
        }
        Some(c) if c.is_alphanumeric() => c.len_utf8(),
        _ => return 0,
    };
    match (inner.len() < text.len(), inner[length..].starts_with('}')) {
        (true, true) => length + 2,
        (true, false) => 0,
        // A command without braces may take arguments of its own.
        (false, _) if inner.starts_with('\\') => 0,
        (false, _) => length,
    }
}

#[cfg(test)]
mod tests {
    use super::braced;

    #[test]
    fn single_symbols_get_a_second_pair() {
        for (tex, wanted) in [
            (r"\sqrt x + 1", r"\sqrt {{x}} + 1"),
            (r"\sqrt{x}", r"\sqrt{{x}}"),
            (r"1/\sqrt 9", r"1/\sqrt {{9}}"),
            (r"\sqrt[3]{a}", r"\sqrt[3]{{a}}"),
            (r"\sqrt{\xi}\sqrt{y}", r"\sqrt{{\xi}}\sqrt{{y}}"),
        ] {
            assert_eq!(braced(tex), wanted);
        }
    }

    #[test]
    fn everything_else_stays() {
        for tex in [
            r"\sqrt{x + h}",
            r"\sqrt{-x}",
            r"\sqrt{x^2}",
            r"\sqrt{\frac12}",
            r"x^2",
            r"\sqrt",
            r"\sqrt[",
        ] {
            assert_eq!(braced(tex), tex);
        }
    }
}
