//! Pieces to LaTeX.

use super::piece::{Fence, Piece};
use crate::derivation::syntax::Builtin;

/// The LaTeX of a piece.
pub(super) fn render(piece: &Piece) -> String {
    match piece {
        Piece::Symbol(symbol) => self::symbol(symbol),
        Piece::Word(word) => self::word(word),
        Piece::Number(digits) => digits.clone(),
        Piece::Infix(sign) | Piece::Tight(sign) | Piece::Separator(sign) => {
            self::sign(sign).to_owned()
        }
        Piece::Beside | Piece::Applied => String::new(),
        Piece::Space => " ".to_owned(),
        Piece::Text(word) => format!(r"\text{{ {word} }}"),
        Piece::Row(row) => self::row(row),
        Piece::Fence(fence, inner) => fenced(*fence, &render(inner)),
        Piece::Fraction(above, below) => {
            format!(r"\frac{{{}}}{{{}}}", render(above), render(below))
        }
        Piece::Script { base, below, above } => {
            format!(
                "{}{}{}",
                render(base),
                script('_', below.as_deref()),
                script('^', above.as_deref())
            )
        }
        Piece::Big { sign, below, above } => {
            format!(
                "{}{}{}",
                self::sign(sign),
                script('_', Some(below)),
                script('^', above.as_deref())
            )
        }
        Piece::Primes(base, count) => format!("{}{}", render(base), "'".repeat(*count as usize)),
        Piece::Transposed(base) => format!(r"{}^{{\top}}", render(base)),
        Piece::Root(None, radicand) => format!(r"\sqrt{{{}}}", render(radicand)),
        Piece::Root(Some(index), radicand) => {
            format!(r"\sqrt[{}]{{{}}}", render(index), render(radicand))
        }
        Piece::Matrix(rows) => {
            let row = |row: &Vec<Piece>| row.iter().map(render).collect::<Vec<_>>().join(" & ");
            let rows: Vec<String> = rows.iter().map(row).collect();
            format!(r"\begin{{pmatrix}} {} \end{{pmatrix}}", rows.join(r" \\ "))
        }
        Piece::Cases(rows) => cases(rows),
        Piece::Blank => r"\boxed{\phantom{00}}".to_owned(),
    }
}

/// Pieces with a space between, except where white space looks wrong.
fn row(row: &[Piece]) -> String {
    let mut text = String::new();
    for piece in row {
        let next = render(piece);
        let tight = matches!(piece, Piece::Separator(_))
            || text.ends_with([' ', '\'']) && next.starts_with(' ');
        if !text.is_empty() && !next.is_empty() && !tight && needs_space(&text, &next) {
            text.push(' ');
        }
        text.push_str(&next);
    }
    text
}

/// A space ends a command before a letter, and sets infix signs and factors apart.
fn needs_space(before: &str, next: &str) -> bool {
    let opens = next.starts_with(['(', ')', '!', '^', '_', '['])
        || next.starts_with(r"\left(")
        || next.starts_with(r"\left[");
    let after_open = before.ends_with(['(', '[', '{', '|', '/'])
        || ["-", "+"].contains(&before)
        || before == "d";
    !(opens || after_open || before.ends_with(' '))
}

fn script(mark: char, piece: Option<&Piece>) -> String {
    piece.map_or_else(String::new, |piece| format!("{mark}{{{}}}", render(piece)))
}

/// What is higher than a letter with an exponent, so that its brackets must grow.
const TALL: &[&str] = &[
    r"\frac", r"\sum", r"\prod", r"\lim", r"\sqrt", r"\begin", r"\boxed",
];

/// `\left(` sets a small space before it, which a function's bracket must not have: it stands only where it grows.
fn fenced(fence: Fence, inner: &str) -> String {
    let tall = TALL.iter().any(|command| inner.contains(command));
    let (open, close) = match fence {
        Fence::Round if !tall => ("(", ")"),
        Fence::Square if !tall => ("[", "]"),
        Fence::Round => (r"\left(", r"\right)"),
        Fence::Square => (r"\left[", r"\right]"),
        Fence::Abs => (r"\left|", r"\right|"),
        Fence::Norm => (r"\left\|", r"\right\|"),
        Fence::Invisible => ("{", "}"),
    };
    format!("{open}{inner}{close}")
}

#[rustfmt::skip]
fn sign(sign: &'static str) -> &'static str {
    match sign {
        "·" => r"\cdot", "×" => r"\times", "⊙" => r"\odot", "⊗" => r"\otimes", "∘" => r"\circ", "±" => r"\pm",
        "≠" => r"\ne", "≤" => r"\le", "≥" => r"\ge", "→" => r"\to", "∂" => r"\partial", "∇" => r"\nabla",
        "∑" => r"\sum", "∏" => r"\prod", "lim" => r"\lim", "|" => r"\big|",
        other => other,
    }
}

/// One symbol: a letter, a Greek letter's command, an accent.
fn symbol(symbol: &str) -> String {
    if let Some(rest) = symbol.strip_prefix('Δ').filter(|rest| !rest.is_empty()) {
        return format!(r"\Delta {}", self::symbol(rest));
    }
    let mut characters = symbol.chars();
    let first = characters.next().unwrap_or(' ');
    let base = match first {
        'a'..='z' | 'A'..='Z' | '0'..='9' => symbol.chars().filter(char::is_ascii).collect(),
        '∞' => r"\infty".to_owned(),
        '𝟏' => r"\mathbf{1}".to_owned(),
        _ => greek(first).map_or_else(|| first.to_string(), |name| format!(r"\{name}")),
    };
    match symbol.chars().find_map(accent) {
        Some(accent) => format!(r"\{accent}{{{base}}}"),
        None => base,
    }
}

fn accent(mark: char) -> Option<&'static str> {
    match mark {
        '\u{302}' => Some("hat"),
        '\u{304}' => Some("bar"),
        '\u{303}' => Some("tilde"),
        '\u{307}' => Some("dot"),
        '\u{308}' => Some("ddot"),
        _ => None,
    }
}

fn greek(letter: char) -> Option<&'static str> {
    const LETTERS: &str = "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩℓ";
    const NAMES: &[&str] = &[
        "alpha",
        "beta",
        "gamma",
        "delta",
        "varepsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "pi",
        "rho",
        "sigma",
        "tau",
        "upsilon",
        "varphi",
        "chi",
        "psi",
        "omega",
        "Gamma",
        "Delta",
        "Theta",
        "Lambda",
        "Xi",
        "Pi",
        "Sigma",
        "Phi",
        "Psi",
        "Omega",
        "ell",
    ];
    let place = LETTERS.chars().position(|other| other == letter)?;
    NAMES.get(place).copied()
}

/// A function's command, or an upright word.
fn word(word: &str) -> String {
    const COMMANDS: &[&str] = &[
        "exp", "ln", "log", "sin", "cos", "tan", "sec", "csc", "cot", "arcsin", "arccos", "arctan",
        "sinh", "cosh", "tanh", "coth", "max", "min", "det",
    ];
    match Builtin::find(word) {
        Some(Builtin::Log10) => r"\lg".to_owned(),
        Some(_) if COMMANDS.contains(&word) => format!(r"\{word}"),
        Some(_) => format!(r"\operatorname{{{word}}}"),
        None => format!(r"\mathrm{{{word}}}"),
    }
}

fn cases(rows: &[(Piece, Option<Piece>)]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|(value, condition)| match condition {
            Some(condition) => format!(r"{} & \text{{if }} {}", render(value), render(condition)),
            None => format!(r"{} & \text{{otherwise}}", render(value)),
        })
        .collect();
    format!(r"\begin{{cases}} {} \end{{cases}}", rows.join(r" \\ "))
}
