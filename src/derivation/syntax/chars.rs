//! One spelling for the many ways Unicode has of writing the same sign.

use super::token::{Bracket, Tok};
use super::{Comparison, Constant, MulOp, Sign};

/// The accents that make a new name of a letter: word after the letter, LaTeX command, combining mark.
pub(super) const ACCENTS: &[(&str, &str, char)] = &[
    ("hat", "hat", '\u{302}'),
    ("hat", "widehat", '\u{302}'),
    ("bar", "bar", '\u{304}'),
    ("bar", "overline", '\u{304}'),
    ("tilde", "tilde", '\u{303}'),
    ("tilde", "widetilde", '\u{303}'),
    ("dot", "dot", '\u{307}'),
    ("ddot", "ddot", '\u{308}'),
];

/// The Greek letters by the names that LaTeX and plain text use.
#[rustfmt::skip]
pub(super) const GREEK: &[(&str, char)] = &[
    ("alpha", 'α'), ("beta", 'β'), ("gamma", 'γ'), ("delta", 'δ'), ("epsilon", 'ε'), ("varepsilon", 'ε'),
    ("zeta", 'ζ'), ("eta", 'η'), ("theta", 'θ'), ("vartheta", 'θ'), ("iota", 'ι'), ("kappa", 'κ'),
    ("lambda", 'λ'), ("mu", 'μ'), ("nu", 'ν'), ("xi", 'ξ'), ("pi", 'π'), ("rho", 'ρ'), ("varrho", 'ρ'),
    ("sigma", 'σ'), ("tau", 'τ'), ("upsilon", 'υ'), ("phi", 'φ'), ("varphi", 'φ'), ("chi", 'χ'),
    ("psi", 'ψ'), ("omega", 'ω'), ("Gamma", 'Γ'), ("Delta", 'Δ'), ("Theta", 'Θ'), ("Lambda", 'Λ'),
    ("Xi", 'Ξ'), ("Pi", 'Π'), ("Sigma", 'Σ'), ("Phi", 'Φ'), ("Psi", 'Ψ'), ("Omega", 'Ω'), ("ell", 'ℓ'),
];

/// The ASCII form of a full-width or mathematical-alphabet character; other characters unchanged.
pub(super) fn plain(c: char) -> char {
    let code = u32::from(c);
    let letter = |base: u8, offset: u32| char::from(base + (offset % 26) as u8);
    match code {
        0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        0x1D400..=0x1D6A3 => {
            let offset = (code - 0x1D400) % 52;
            letter(if offset < 26 { b'A' } else { b'a' }, offset)
        }
        0x1D7CE..=0x1D7FF if code != 0x1D7CF => char::from(b'0' + ((code - 0x1D7CE) % 10) as u8),
        _ => match c {
            'ℎ' => 'h',
            'ℒ' => 'L',
            'ℝ' => 'R',
            'ℕ' => 'N',
            'ℤ' => 'Z',
            'ϕ' | '𝜑' | '𝜙' => 'φ',
            'ϵ' | '𝜀' | '𝜖' => 'ε',
            'ϑ' => 'θ',
            'µ' => 'μ',
            '∆' => 'Δ',
            '𝜃' => 'θ',
            '𝜎' => 'σ',
            '𝜆' => 'λ',
            _ => c,
        },
    }
}

/// A superscript character as what it stands for: `²` is `2`, `ᵀ` is `T`.
pub(super) fn superscript(c: char) -> Option<char> {
    const ABOVE: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴸ";
    const MEANT: &str = "0123456789+-()niTabcdefghjklmoprstuvwxyzL";
    let position = ABOVE.chars().position(|above| above == c)?;
    MEANT.chars().nth(position)
}

/// A subscript character as what it stands for: `₁` is `1`, `ᵢ` is `i`.
pub(super) fn subscript(c: char) -> Option<char> {
    const BELOW: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    const MEANT: &str = "0123456789+-()aehijklmnoprstuvx";
    let position = BELOW.chars().position(|below| below == c)?;
    MEANT.chars().nth(position)
}

/// A letter with its accent taken off, when the accent has a combining form: `ŷ` is `y` and `U+0302`.
pub(super) fn decomposed(c: char) -> Option<(char, char)> {
    const PAIRS: &[(&str, &str, char)] = &[
        ("âĉêĝĥîĵôŝûŵŷẑ", "aceghijosuwyz", '\u{302}'),
        ("āēīōūȳḡ", "aeiouyg", '\u{304}'),
        ("ãẽĩñõũṽỹ", "aeinouvy", '\u{303}'),
        ("ȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż", "abcdefghmnoprstwxyz", '\u{307}'),
        ("äëïöüẅẍÿ", "aeiouwxy", '\u{308}'),
    ];
    PAIRS.iter().find_map(|&(accented, bare, mark)| {
        let position = accented.chars().position(|letter| letter == c)?;
        Some((bare.chars().nth(position)?, mark))
    })
}

/// Whether this combining mark makes a new name of the letter before it.
pub(super) fn is_accent(c: char) -> bool {
    ACCENTS.iter().any(|&(_, _, mark)| mark == c) || c == '\u{305}'
}

/// A vulgar fraction as numerator and denominator.
#[rustfmt::skip]
pub(super) fn fraction(c: char) -> Option<(u32, u32)> {
    Some(match c {
        '½' => (1, 2), '⅓' => (1, 3), '⅔' => (2, 3), '¼' => (1, 4), '¾' => (3, 4), '⅕' => (1, 5),
        '⅖' => (2, 5), '⅗' => (3, 5), '⅘' => (4, 5), '⅙' => (1, 6), '⅚' => (5, 6), '⅛' => (1, 8),
        '⅜' => (3, 8), '⅝' => (5, 8), '⅞' => (7, 8), '⅒' => (1, 10),
        _ => return None,
    })
}

/// The token of a single sign, if it is one.
#[rustfmt::skip]
pub(super) fn sign(c: char) -> Option<Tok> {
    Some(match c {
        '+' => Tok::Sign(Sign::Plus),
        '-' | '−' | '–' | '—' | '‐' | '‑' | '﹣' => Tok::Sign(Sign::Minus),
        '±' => Tok::Sign(Sign::PlusMinus),
        '*' | '∗' => Tok::Mul(MulOp::Star),
        '·' | '⋅' | '•' | '∙' | '・' | '⸱' => Tok::Mul(MulOp::Dot),
        '×' | '✕' | '⨯' => Tok::Mul(MulOp::Cross),
        '⊙' | '∘' | '⊗' | '○' | '◦' => Tok::Mul(match c { '⊙' => MulOp::Hadamard, '⊗' => MulOp::Kronecker, _ => MulOp::Compose }),
        '/' | '÷' | '∕' | '⁄' => Tok::Slash,
        '=' | '≡' | '≔' => Tok::Compare(Comparison::Equal),
        '≠' => Tok::Compare(Comparison::NotEqual),
        '<' => Tok::Compare(Comparison::Less),
        '≤' | '⩽' => Tok::Compare(Comparison::LessOrEqual),
        '>' => Tok::Compare(Comparison::Greater),
        '≥' | '⩾' => Tok::Compare(Comparison::GreaterOrEqual),
        '≈' => Tok::Approx,
        '^' => Tok::Caret,
        '\'' | '’' | '‘' | '′' | '`' | '´' | 'ʹ' | 'ʼ' => Tok::Primes(1),
        '″' | '”' | '“' | '"' => Tok::Primes(2),
        '‴' => Tok::Primes(3),
        '!' => Tok::Bang,
        ',' => Tok::Comma,
        ';' => Tok::Semicolon,
        ':' | '∈' => Tok::Colon,
        '→' => Tok::Arrow,
        '⇒' | '⟹' | '∴' => Tok::Implies,
        '∂' | '𝜕' => Tok::Partial,
        '∇' => Tok::Nabla,
        '∑' => Tok::Big(false),
        '∏' => Tok::Big(true),
        '√' => Tok::Radical,
        '∞' => Tok::Constant(Constant::Infinity),
        '𝟏' | '𝟙' => Tok::Constant(Constant::Ones(None)),
        'π' | '𝜋' => Tok::Name("π".to_owned()),
        '(' => Tok::Open(Bracket::Round),
        ')' => Tok::Close(Bracket::Round),
        '[' => Tok::Open(Bracket::Square),
        ']' => Tok::Close(Bracket::Square),
        '{' => Tok::Open(Bracket::Brace),
        '}' => Tok::Close(Bracket::Brace),
        '⟨' | '〈' => Tok::Open(Bracket::Angle),
        '⟩' | '〉' => Tok::Close(Bracket::Angle),
        '|' | '∣' => Tok::Bar,
        '‖' | '∥' => Tok::DoubleBar(false),
        '&' => Tok::Column,
        '⊤' | '⊺' => Tok::Transposed,
        _ => return None,
    })
}
