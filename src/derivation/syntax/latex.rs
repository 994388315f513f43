//! The LaTeX commands that are read, and what each becomes.

use super::chars::{ACCENTS, GREEK};
use super::token::{Bracket, Environment, Tok};
use super::{Builtin, Comparison, Constant, MulOp, Sign};

/// What the lexer does with a command.
pub(super) enum Command {
    /// It stands for this token.
    Token(Tok),
    /// White space, or a matter of looks.
    Ignored,
    /// The same, with the group or the bracket sign after it: `\label{…}`, `\left.`.
    IgnoredWithGroup,
    /// `\left`, `\bigl`, …: nothing, but a dot after it goes too.
    Delimiter,
    /// A font: the group that follows is read as if the command were not there.
    Font,
    /// `\operatorname`, `\text`, `\mathrm`: the group that follows is one word.
    Upright,
    /// A letter with a command of its own.
    Letter(char),
    /// An accent: the letter that follows gets this mark.
    Accent(char),
    /// `\begin` and `\end` (`true`).
    Environment(bool),
    /// Not in the language.
    Unknown,
}

/// What the command `\name` means.
pub(super) fn command(name: &str) -> Command {
    if let Some(&(_, letter)) = GREEK.iter().find(|(greek, _)| *greek == name) {
        return Command::Token(Tok::Name(letter.to_string()));
    }
    if let Some(&(_, _, mark)) = ACCENTS.iter().find(|(_, command, _)| *command == name) {
        return Command::Accent(mark);
    }
    if let Some(tok) = token(name) {
        return Command::Token(tok);
    }
    match name {
        "," | ";" | ":" | "!" | " " | ">" | "quad" | "qquad" | "thinspace" | "enspace"
        | "displaystyle" | "textstyle" | "scriptstyle" | "limits" | "nolimits" | "nonumber"
        | "notag" | "/" | "(" | ")" | "[" | "]" | "centering" | "allowbreak" | "strut"
        | "hfill" | "boxed" | "underbrace" | "phantom" | "normalsize" => Command::Ignored,
        "label" | "tag" | "color" | "vspace" | "hspace" | "textcolor" => Command::IgnoredWithGroup,
        "left" | "right" | "middle" | "big" | "Big" | "bigg" | "Bigg" | "bigl" | "bigr"
        | "Bigl" | "Bigr" | "biggl" | "biggr" | "Biggl" | "Biggr" | "bigm" | "Bigm" => {
            Command::Delimiter
        }
        "R" => Command::Letter('R'),
        "mathbf" | "boldsymbol" | "bm" | "mathit" | "mathcal" | "mathsf" | "mathbb" | "mathscr"
        | "mathfrak" | "vec" | "pmb" | "bf" | "rm" | "it" | "symbf" => Command::Font,
        "operatorname" | "operatorname*" | "text" | "mathrm" | "textrm" | "mbox" | "textbf"
        | "textit" | "mathop" | "symrm" => Command::Upright,
        "begin" => Command::Environment(false),
        "end" => Command::Environment(true),
        _ => Command::Unknown,
    }
}

#[rustfmt::skip]
fn token(name: &str) -> Option<Tok> {
    Some(match name {
        "cdot" | "bullet" | "cdotp" => Tok::Mul(MulOp::Dot),
        "times" => Tok::Mul(MulOp::Cross),
        "ast" => Tok::Mul(MulOp::Star),
        "odot" => Tok::Mul(MulOp::Hadamard),
        "otimes" => Tok::Mul(MulOp::Kronecker),
        "circ" => Tok::Mul(MulOp::Compose),
        "div" => Tok::Slash,
        "pm" => Tok::Sign(Sign::PlusMinus),
        "ne" | "neq" => Tok::Compare(Comparison::NotEqual),
        "lt" => Tok::Compare(Comparison::Less),
        "le" | "leq" | "leqslant" => Tok::Compare(Comparison::LessOrEqual),
        "gt" => Tok::Compare(Comparison::Greater),
        "ge" | "geq" | "geqslant" => Tok::Compare(Comparison::GreaterOrEqual),
        "equiv" | "coloneqq" => Tok::Compare(Comparison::Equal),
        "approx" | "simeq" => Tok::Approx,
        "to" | "rightarrow" | "longrightarrow" => Tok::Arrow,
        "implies" | "Rightarrow" | "Longrightarrow" | "therefore" | "iff" | "Leftrightarrow" => Tok::Implies,
        "prime" => Tok::Primes(1),
        "dprime" => Tok::Primes(2),
        "top" | "intercal" | "transpose" | "T" => Tok::Transposed,
        "partial" => Tok::Partial,
        "nabla" => Tok::Nabla,
        "sum" => Tok::Big(false),
        "prod" => Tok::Big(true),
        "lim" => Tok::Lim,
        "infty" => Tok::Constant(Constant::Infinity),
        "sqrt" => Tok::Radical,
        "frac" | "dfrac" | "tfrac" | "cfrac" | "sfrac" => Tok::Frac,
        "over" => Tok::Over,
        "root" => Tok::Root,
        "of" => Tok::Of,
        "{" | "lbrace" => Tok::Open(Bracket::Brace),
        "}" | "rbrace" => Tok::Close(Bracket::Brace),
        "lbrack" => Tok::Open(Bracket::Square),
        "rbrack" => Tok::Close(Bracket::Square),
        "lparen" => Tok::Open(Bracket::Round),
        "rparen" => Tok::Close(Bracket::Round),
        "langle" => Tok::Open(Bracket::Angle),
        "rangle" => Tok::Close(Bracket::Angle),
        "lvert" => Tok::Open(Bracket::Abs),
        "rvert" => Tok::Close(Bracket::Abs),
        "lVert" => Tok::Open(Bracket::Norm),
        "rVert" => Tok::Close(Bracket::Norm),
        "vert" | "mid" => Tok::Bar,
        "|" | "Vert" | "parallel" => Tok::DoubleBar(false),
        "\\" | "cr" | "newline" => Tok::Row,
        "colon" | "in" => Tok::Colon,
        "land" | "wedge" => Tok::And,
        "lg" => Tok::Func(Builtin::Log10),
        "arsinh" | "asinh" => Tok::Func(Builtin::Arsinh),
        _ => return function(name),
    })
}

/// `\sin` and the like: any built-in of at least two ASCII letters.
fn function(name: &str) -> Option<Tok> {
    let long = name.len() >= 2 && name.is_ascii() && name != "sum";
    let builtin = Builtin::find(name).filter(|_| long)?;
    Some(match builtin {
        Builtin::Sqrt => Tok::Radical,
        builtin => Tok::Func(builtin),
    })
}

/// The environment with this name: `None` for one that only arranges lines, `Err` for one that is not read.
pub(super) fn environment(name: &str) -> Result<Option<Environment>, ()> {
    match name.trim_end_matches('*') {
        "matrix" | "pmatrix" | "bmatrix" | "Bmatrix" | "smallmatrix" | "array" => {
            Ok(Some(Environment::Matrix))
        }
        "vmatrix" => Ok(Some(Environment::Determinant)),
        "cases" | "dcases" => Ok(Some(Environment::Cases)),
        "align" | "aligned" | "alignat" | "equation" | "gather" | "gathered" | "split"
        | "multline" | "eqnarray" | "math" | "displaymath" | "flalign" => Ok(None),
        _ => Err(()),
    }
}
