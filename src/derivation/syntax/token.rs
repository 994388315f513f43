//! What the lexer hands to the parser.

use super::{Builtin, Comparison, Constant, MulOp, Sign, Span};

/// A token, where it stands, and whether white space stands before it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) tok: Tok,
    pub(super) span: Span,
    pub(super) spaced: bool,
}

/// The kinds of token. The lexer makes `Word`s and raw bars; splitting and pairing turn them into the rest.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tok {
    /// Digits, as written.
    Number(String),
    /// A run of letters, before it is split into names and functions; `true` when it is one word for sure.
    Word(Vec<Letter>, bool),
    /// One symbol: a letter with its accent, or a declared word.
    Name(String),
    Func(Builtin),
    /// `abs`, `norm`, `transpose`, `diff`, `D`, `nthroot`: words that are written like functions but have nodes of their own.
    Special(Special),
    Constant(Constant),
    Sign(Sign),
    Mul(MulOp),
    Slash,
    Compare(Comparison),
    /// `≈`, read as `=` with a note.
    Approx,
    Caret,
    Underscore,
    Primes(u32),
    Transposed,
    Bang,
    Comma,
    Semicolon,
    Colon,
    Arrow,
    /// `⇒`
    Implies,
    Blank,
    Partial,
    Nabla,
    /// `Σ` and `∏` (`true`).
    Big(bool),
    Lim,
    /// `√`, `\sqrt` with its optional index, `∛`.
    Radical,
    Frac,
    Over,
    /// `\root`, and the `\of` that must follow.
    Root,
    Of,
    Open(Bracket),
    Close(Bracket),
    /// `|` whose side is not known yet.
    Bar,
    /// `||` or `‖` whose side is not known yet; `true` when it was typed as two bars.
    DoubleBar(bool),
    /// The bar of `|_{x=3}`.
    EvaluationBar,
    Begin(Environment),
    End(Environment),
    /// `&`
    Column,
    /// `\\`
    Row,
    If,
    Otherwise,
    And,
    Newline,
    /// A backslash at the end of a line: the line goes on.
    Continuation,
    /// Something that was already reported.
    Unknown,
}

/// One letter of a word: a character, perhaps with an accent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) base: char,
    pub(super) accent: Option<char>,
    pub(super) span: Span,
}

/// The letters as text.
pub(super) fn spelled(letters: &[Letter]) -> String {
    letters
        .iter()
        .flat_map(|letter| std::iter::once(letter.base).chain(letter.accent))
        .collect()
}

/// The pairs of brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    Round,
    Square,
    /// `{`, LaTeX's invisible group; visible in definitions by cases.
    Brace,
    Abs,
    Norm,
    Angle,
}

impl Bracket {
    /// How it is shown in a message.
    pub(super) fn shown(self) -> (&'static str, &'static str) {
        match self {
            Self::Round => ("(", ")"),
            Self::Square => ("[", "]"),
            Self::Brace => ("{", "}"),
            Self::Abs => ("|", "|"),
            Self::Norm => ("‖", "‖"),
            Self::Angle => ("⟨", "⟩"),
        }
    }
}

/// The environments with rows and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Environment {
    Matrix,
    /// `vmatrix`: a determinant.
    Determinant,
    Cases,
}

/// Words that are written like functions but have nodes of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Special {
    Abs,
    Norm,
    Transpose,
    Differentiate,
    NthRoot,
    Factorial,
}

impl Token {
    /// Whether a product can go on with this token: the start of an operand.
    pub(super) fn starts_operand(&self) -> bool {
        matches!(
            self.tok,
            Tok::Number(_)
                | Tok::Name(_)
                | Tok::Func(_)
                | Tok::Special(_)
                | Tok::Constant(_)
                | Tok::Blank
                | Tok::Partial
                | Tok::Nabla
                | Tok::Big(_)
                | Tok::Lim
                | Tok::Radical
                | Tok::Frac
                | Tok::Root
                | Tok::Open(_)
                | Tok::Begin(_)
        )
    }

    /// Whether an operand can end with this token.
    pub(super) fn ends_operand(&self) -> bool {
        matches!(
            self.tok,
            Tok::Number(_)
                | Tok::Word(..)
                | Tok::Name(_)
                | Tok::Constant(_)
                | Tok::Blank
                | Tok::Primes(_)
                | Tok::Transposed
                | Tok::Bang
                | Tok::Close(_)
                | Tok::End(_)
                | Tok::Unknown
        )
    }
}
