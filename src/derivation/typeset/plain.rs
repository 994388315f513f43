//! Pieces to plain Unicode on one line.

use super::piece::{Fence, Piece};

/// The text of a piece.
pub(super) fn render(piece: &Piece) -> String {
    let mut text = String::new();
    write(piece, &mut text);
    text
}

fn write(piece: &Piece, text: &mut String) {
    match piece {
        Piece::Symbol(symbol) | Piece::Word(symbol) => text.push_str(symbol),
        Piece::Number(digits) => text.push_str(digits),
        Piece::Infix(sign) => {
            text.push(' ');
            text.push_str(sign);
            text.push(' ');
        }
        Piece::Tight(sign) => text.push_str(sign),
        Piece::Separator(sign) => {
            text.push_str(sign);
            text.push(' ');
        }
        Piece::Beside | Piece::Applied => {}
        Piece::Space => text.push(' '),
        Piece::Text(word) => {
            text.push(' ');
            text.push_str(word);
            text.push(' ');
        }
        Piece::Row(row) => write_row(row, text),
        Piece::Fence(fence, inner) => {
            let (open, close) = brackets(*fence);
            text.push_str(open);
            write(inner, text);
            text.push_str(close);
        }
        Piece::Fraction(above, below) => {
            write(above, text);
            text.push('/');
            write(below, text);
        }
        Piece::Script { base, below, above } => {
            write(base, text);
            write_scripts(below.as_deref(), above.as_deref(), text);
        }
        Piece::Big { sign, below, above } => {
            text.push_str(sign);
            text.push_str("_{");
            write(below, text);
            text.push('}');
            if let Some(above) = above {
                text.push_str(&format!("^{{{}}}", render(above)));
            }
        }
        Piece::Primes(base, count) => {
            write(base, text);
            (0..*count).for_each(|_| text.push('\''));
        }
        Piece::Transposed(base) => {
            write(base, text);
            text.push('ᵀ');
        }
        Piece::Root(_, radicand) => {
            text.push_str("√(");
            write(radicand, text);
            text.push(')');
        }
        Piece::Matrix(rows) => {
            let row = |row: &Vec<Piece>| row.iter().map(render).collect::<Vec<_>>().join(", ");
            let rows: Vec<String> = rows.iter().map(row).collect();
            text.push_str(&format!("[{}]", rows.join("; ")));
        }
        Piece::Cases(rows) => write_cases(rows, text),
        Piece::Blank => text.push_str("___"),
    }
}

/// Factors side by side: a space unless a number or a bracket makes the border plain.
fn write_row(row: &[Piece], text: &mut String) {
    for (place, piece) in row.iter().enumerate() {
        let beside = place > 0 && row[place - 1] == Piece::Beside;
        if !beside {
            write(piece, text);
            continue;
        }
        let next = render(piece);
        let after_number = matches!(&row[place - 2], Piece::Number(digits) if digits.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
        let first = next.chars().next().unwrap_or(' ');
        let tight = first == '(' || after_number && first.is_alphabetic() && !is_derivative(&next);
        if !tight {
            text.push(' ');
        }
        text.push_str(&next);
    }
}

fn is_derivative(next: &str) -> bool {
    next.starts_with('d') && next.contains('/')
}

fn brackets(fence: Fence) -> (&'static str, &'static str) {
    match fence {
        Fence::Round => ("(", ")"),
        Fence::Square => ("[", "]"),
        Fence::Abs => ("|", "|"),
        Fence::Norm => ("‖", "‖"),
        Fence::Invisible => ("", ""),
    }
}

fn write_scripts(below: Option<&Piece>, above: Option<&Piece>, text: &mut String) {
    let layer = matches!(above, Some(Piece::Fence(Fence::Round, inner)) if matches!(**inner, Piece::Symbol(_) | Piece::Number(_)));
    match above {
        Some(above) if layer => text.push_str(&format!("^{{{}}}", render(above))),
        _ => {}
    }
    if let Some(below) = below {
        let index = render(below);
        let simple = index.chars().count() == 1 || index.bytes().all(|b| b.is_ascii_digit());
        if simple {
            text.push_str(&format!("_{index}"));
        } else {
            text.push_str(&format!("_{{{}}}", index.replace(", ", ",")));
        }
    }
    if let Some(above) = above.filter(|_| !layer) {
        text.push_str(&exponent(&render(above)));
    }
}

/// `²`, `⁻¹`, `^n`, `^(n + 1)`.
fn exponent(written: &str) -> String {
    const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let digits = written.strip_prefix('-').unwrap_or(written);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        let minus = if digits.len() < written.len() {
            "⁻"
        } else {
            ""
        };
        let raised = digits
            .bytes()
            .filter_map(|b| DIGITS.chars().nth(usize::from(b - b'0')));
        return std::iter::once(minus.to_owned())
            .chain(raised.map(String::from))
            .collect();
    }
    let single = written.chars().count() == 1;
    let bracketed = written.starts_with('(') && closes_at_end(written);
    if single || bracketed {
        format!("^{written}")
    } else {
        format!("^({written})")
    }
}

/// Whether the first bracket is closed by the last character.
fn closes_at_end(written: &str) -> bool {
    let mut depth = 0;
    for (place, c) in written.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place + c.len_utf8() == written.len();
        }
    }
    false
}

fn write_cases(rows: &[(Piece, Option<Piece>)], text: &mut String) {
    let rows: Vec<String> = rows
        .iter()
        .map(|(value, condition)| match condition {
            Some(condition) => format!("{} if {}", render(value), render(condition)),
            None => format!("{} otherwise", render(value)),
        })
        .collect();
    text.push_str(&format!("{{{}}}", rows.join("; ")));
}
