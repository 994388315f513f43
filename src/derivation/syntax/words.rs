//! Runs of letters to names and functions: `xy` is x·y, `xsin` is x·sin, a declared word is itself.

use super::chars::{ACCENTS, GREEK};
use super::scope::Scope;
use super::token::{Bracket, Letter, Special, Tok, Token, spelled};
use super::{Builtin, Constant, Note};

/// The tokens of one line with every word split.
pub(super) fn split(tokens: &[Token], scope: &Scope) -> Vec<Token> {
    let mut result = Vec::with_capacity(tokens.len());
    for (position, token) in tokens.iter().enumerate() {
        match &token.tok {
            Tok::Word(letters, whole) => {
                let next = tokens.get(position + 1);
                word(letters, *whole, token.spaced, next, scope, &mut result);
            }
            _ => result.push(token.clone()),
        }
    }
    join_differences(result, scope)
}

/// `Δx` is one name, a difference of x.
fn join_differences(tokens: Vec<Token>, scope: &Scope) -> Vec<Token> {
    let mut result: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let delta = result
            .last()
            .is_some_and(|last| last.tok == Tok::Name("Δ".to_owned()));
        match (&token.tok, result.last_mut()) {
            (Tok::Name(symbol), Some(last))
                if delta && !scope.is_declared("Δ") && symbol != "Δ" =>
            {
                last.tok = Tok::Name(format!("Δ{symbol}"));
                last.span = last.span.to(token.span);
            }
            _ => result.push(token),
        }
    }
    result
}

fn word(
    letters: &[Letter],
    whole: bool,
    spaced: bool,
    next: Option<&Token>,
    scope: &Scope,
    result: &mut Vec<Token>,
) {
    let text = spelled(letters);
    if let Some(tok) = complete(&text, letters, whole, next, scope) {
        let span = letters[0].span.to(letters[letters.len() - 1].span);
        result.push(Token { tok, span, spaced });
        return;
    }
    let mut at = 0;
    while at < letters.len() {
        let (length, tok) = piece(&letters[at..], scope);
        let last = next.filter(|_| at + length == letters.len());
        let tok = big_letter(&spelled(&letters[at..at + length]), last).unwrap_or(tok);
        let span = letters[at].span.to(letters[at + length - 1].span);
        let spaced = spaced && at == 0;
        result.push(Token { tok, span, spaced });
        at += length;
    }
}

/// What the whole run means, if it means something as a whole.
fn complete(
    text: &str,
    letters: &[Letter],
    whole: bool,
    next: Option<&Token>,
    scope: &Scope,
) -> Option<Tok> {
    if letters.len() == 1 {
        return big_letter(text, next).or_else(|| Some(Tok::Name(text.to_owned())));
    }
    if scope.is_declared(text) {
        return Some(Tok::Name(text.to_owned()));
    }
    let indexed = is_underscore(next);
    if let Some(tok) = keyword(text, indexed) {
        return Some(tok);
    }
    if let Some(builtin) = Builtin::find(text) {
        return Some(if builtin == Builtin::Sqrt {
            Tok::Radical
        } else {
            Tok::Func(builtin)
        });
    }
    accented(letters)
        .or_else(|| greek(text).filter(|_| text != "xi"))
        .or_else(|| whole.then(|| Tok::Name(text.to_owned())))
        .or_else(|| unknown_function(text, letters, next, scope))
}

/// `softsign(x)`: a long word before a bracket is a function, though nobody here knows it, unless all its letters
/// are declared or functions stand in it.
fn unknown_function(
    text: &str,
    letters: &[Letter],
    next: Option<&Token>,
    scope: &Scope,
) -> Option<Tok> {
    let opens = |next: &Token| next.tok == Tok::Open(Bracket::Round) && !next.spaced;
    let called = next.is_some_and(opens) && letters.len() > LONGEST_PRODUCT;
    let declared = |letter: &Letter| scope.is_declared(&letter.base.to_string());
    let plain = (0..letters.len()).all(|at| piece(&letters[at..], scope).0 == 1);
    (called && plain && !is_differentials(letters) && !letters.iter().all(declared))
        .then(|| Tok::Name(text.to_owned()))
}

/// The words of this line that were taken apart letter by letter although they look like names.
pub(super) fn taken_apart(tokens: &[Token], scope: &Scope) -> Vec<Note> {
    let long = tokens.iter().enumerate().filter_map(|(place, token)| {
        let Tok::Word(letters, whole) = &token.tok else {
            return None;
        };
        let text = spelled(letters);
        let next = tokens.get(place + 1);
        let declared = |letter: &Letter| scope.is_declared(&letter.base.to_string());
        let split = letters.len() > LONGEST_PRODUCT
            && !letters.iter().all(declared)
            && !is_differentials(letters)
            && complete(&text, letters, *whole, next, scope).is_none()
            && (0..letters.len()).all(|at| piece(&letters[at..], scope).0 == 1);
        let product: Vec<String> = letters
            .iter()
            .map(|letter| letter.base.to_string())
            .collect();
        split.then(|| Note {
            span: token.span,
            message: format!(
                "`{text}` is read as {}; `let {text} : R` makes it one name.",
                product.join("·")
            ),
        })
    });
    long.collect()
}

/// `dxdy` below the line of a derivative.
fn is_differentials(letters: &[Letter]) -> bool {
    letters.iter().step_by(2).all(|letter| letter.base == 'd')
}

/// The most letters that are taken for a product without a remark.
const LONGEST_PRODUCT: usize = 3;

/// `Σ_i` and `Π_i` typed as Greek letters.
fn big_letter(text: &str, next: Option<&Token>) -> Option<Tok> {
    match text {
        "Σ" if is_underscore(next) => Some(Tok::Big(false)),
        "Π" if is_underscore(next) => Some(Tok::Big(true)),
        _ => None,
    }
}

fn is_underscore(next: Option<&Token>) -> bool {
    next.is_some_and(|next| next.tok == Tok::Underscore)
}

fn keyword(text: &str, indexed: bool) -> Option<Tok> {
    Some(match text {
        "sum" | "Sum" if indexed => Tok::Big(false),
        "prod" | "Prod" if indexed => Tok::Big(true),
        "lim" if indexed => Tok::Lim,
        "sym" | "symmetric" | "real" | "scalar" | "integer" => Tok::Name(text.to_owned()),
        "if" | "when" | "for" => Tok::If,
        "otherwise" | "else" => Tok::Otherwise,
        "and" => Tok::And,
        "abs" => Tok::Special(Special::Abs),
        "norm" => Tok::Special(Special::Norm),
        "transpose" => Tok::Special(Special::Transpose),
        "diff" => Tok::Special(Special::Differentiate),
        "nthroot" => Tok::Special(Special::NthRoot),
        "factorial" => Tok::Special(Special::Factorial),
        "ones" => Tok::Constant(Constant::Ones(None)),
        "inf" | "infty" | "infinity" | "oo" => Tok::Constant(Constant::Infinity),
        _ => return None,
    })
}

/// `yhat`, `xbar`.
fn accented(letters: &[Letter]) -> Option<Tok> {
    let (first, rest) = letters.split_first()?;
    let word = spelled(rest);
    let &(_, _, mark) = ACCENTS
        .iter()
        .find(|(name, _, _)| *name == word && !name.contains("dot"))?;
    Some(Tok::Name(format!("{}{mark}", first.base)))
}

fn greek(text: &str) -> Option<Tok> {
    let &(_, letter) = GREEK.iter().find(|(name, _)| *name == text)?;
    Some(Tok::Name(letter.to_string()))
}

/// The longest thing that these letters start with, and how many letters it takes.
fn piece(letters: &[Letter], scope: &Scope) -> (usize, Tok) {
    const LONGEST_BUILTIN: usize = 10;
    let most = letters.len().min(scope.longest().max(LONGEST_BUILTIN));
    for length in (2..=most).rev() {
        let text = spelled(&letters[..length]);
        if scope.is_declared(&text) {
            return (length, Tok::Name(text));
        }
        if let Some(tok) = inside(&text) {
            return (length, tok);
        }
    }
    (1, Tok::Name(spelled(&letters[..1])))
}

fn inside(text: &str) -> Option<Tok> {
    if let Some(builtin) =
        Builtin::find(text).filter(|found| found.inside_words() && found.name() == text)
    {
        return Some(if builtin == Builtin::Sqrt {
            Tok::Radical
        } else {
            Tok::Func(builtin)
        });
    }
    greek(text).filter(|_| text.len() > 2 || text == "pi")
}
