//! Tokens to logical lines: continuations are joined, LaTeX rows outside environments are lines.

use super::token::{Bracket, Tok, Token};
use super::{Sign, Span};

/// The tokens of one logical line and the line of the text it starts on.
#[derive(Debug)]
pub(super) struct RawLine {
    pub(super) number: usize,
    pub(super) tokens: Vec<Token>,
}

impl RawLine {
    /// Where the line stands, with a `\left` before its first token and the brace of a font after its last one.
    pub(super) fn span(&self, text: &str, after: usize) -> Span {
        let (Some(first), Some(last)) = (self.tokens.first(), self.tokens.last()) else {
            return Span::default();
        };
        let Span { start, end } = first.span.to(last.span);
        let before = text.get(after..start).unwrap_or("");
        let before = before.rsplit(['\n', '&', '$', ';']).next().unwrap_or("");
        let start = start
            - before
                .trim_start_matches([' ', '\t', '\r', '\\', ','])
                .len();
        let start = start - usize::from(text[..start].ends_with('\\') && !before.is_empty());
        let tail = text[end..].bytes().take_while(|&b| b == b'}').count();
        let inside = &text[start..end];
        let open = inside
            .matches('{')
            .count()
            .saturating_sub(inside.matches('}').count());
        Span::new(start, end + tail.min(open))
    }
}

/// All lines that have a token.
pub(super) fn lines(text: &str, tokens: Vec<Token>) -> Vec<RawLine> {
    let mut result: Vec<RawLine> = Vec::new();
    let mut current: Vec<Token> = Vec::new();
    let (mut number, mut start, mut environments, mut open) = (1, 1, 0_i32, 0_i32);
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        match token.tok {
            Tok::Begin(_) => environments += 1,
            Tok::End(_) => environments -= 1,
            Tok::Open(_) => open += 1,
            Tok::Close(_) => open -= 1,
            _ => {}
        }
        let ends = match token.tok {
            Tok::Newline => {
                number += 1;
                let next = rest.peek();
                environments <= 0 && !goes_on(text, &current, next, open > 0)
            }
            Tok::Row => environments <= 0 && open <= 0,
            _ => false,
        };
        if ends {
            finish(&mut result, &mut current, start);
            (environments, open) = (0, 0);
        } else if keeps(&token, environments) {
            if current.is_empty() {
                start = number;
            }
            current.push(token);
        }
    }
    finish(&mut result, &mut current, start);
    result
}

/// Whether a token stays in its line: `&` counts inside environments only.
fn keeps(token: &Token, environments: i32) -> bool {
    match token.tok {
        Tok::Newline => false,
        Tok::Column => environments > 0,
        _ => true,
    }
}

fn finish(result: &mut Vec<RawLine>, current: &mut Vec<Token>, number: usize) {
    let mut tokens = std::mem::take(current);
    tokens.retain(|token| token.tok != Tok::Continuation);
    while tokens
        .last()
        .is_some_and(|token| matches!(token.tok, Tok::Comma | Tok::Semicolon))
    {
        tokens.pop();
    }
    if !tokens.is_empty() {
        result.push(RawLine { number, tokens });
    }
}

/// Whether the line goes on after this line break.
fn goes_on(text: &str, current: &[Token], next: Option<&Token>, open: bool) -> bool {
    let (Some(last), Some(next)) = (current.last(), next) else {
        return false;
    };
    if last.tok == Tok::Continuation {
        return true;
    }
    if next.tok == Tok::Newline || starts_statement(next) {
        return false;
    }
    let indented = is_indented(text, next);
    let waits = matches!(
        last.tok,
        Tok::Sign(_)
            | Tok::Mul(_)
            | Tok::Slash
            | Tok::Caret
            | Tok::Compare(_)
            | Tok::Approx
            | Tok::Arrow
    );
    let attaches = match next.tok {
        Tok::Mul(_)
        | Tok::Slash
        | Tok::Caret
        | Tok::Close(Bracket::Round | Bracket::Square | Bracket::Brace) => true,
        Tok::Sign(Sign::Plus | Sign::PlusMinus) => true,
        Tok::Sign(Sign::Minus) => indented,
        _ => open && indented,
    };
    waits || attaches
}

fn starts_statement(token: &Token) -> bool {
    match &token.tok {
        Tok::Compare(_) | Tok::Approx | Tok::Implies => true,
        Tok::Word(letters, _) => {
            let word = super::token::spelled(letters);
            ["let", "assume", "problem", "layout"].contains(&word.as_str())
        }
        _ => false,
    }
}

fn is_indented(text: &str, token: &Token) -> bool {
    let before = &text[..token.span.start];
    let line = before.rsplit('\n').next().unwrap_or("");
    line.len() >= 2 && line.chars().all(char::is_whitespace)
}
