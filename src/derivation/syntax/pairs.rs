//! Which bar opens and which closes, and which bracket belongs to which.

use std::collections::HashMap;

use super::token::{Bracket, Tok, Token};
use super::{Span, SyntaxError};

/// The tokens of a line with every bracket paired.
#[derive(Debug, Default)]
pub(super) struct Paired {
    pub(super) tokens: Vec<Token>,
    /// For an opening bracket its closing one, and back; for other tokens their own place.
    pub(super) partner: Vec<usize>,
    /// Where `\over` stands directly inside the bracket that opens here.
    pub(super) over: HashMap<usize, usize>,
    /// Where `\over` stands outside all brackets.
    pub(super) outer_over: Vec<usize>,
}

/// Decides the side of every bar, then pairs all brackets; every bracket without a partner is reported.
pub(super) fn pair(tokens: Vec<Token>) -> Result<Paired, Vec<SyntaxError>> {
    let tokens = bars(tokens);
    let mut paired = Paired {
        partner: (0..tokens.len()).collect(),
        ..Paired::default()
    };
    let mut errors = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        match &token.tok {
            Tok::Open(_) | Tok::Begin(_) => open.push(place),
            Tok::Close(_) | Tok::End(_) => match open.last() {
                Some(&opener) if matches(&tokens[opener].tok, &token.tok) => {
                    open.pop();
                    paired.partner[opener] = place;
                    paired.partner[place] = opener;
                }
                Some(&opener) => {
                    errors.push(mismatch(&tokens[opener], token));
                    open.pop();
                }
                None => errors.push(never_opened(token)),
            },
            Tok::Over => match open.last() {
                Some(&opener) => drop(paired.over.insert(opener, place)),
                None => paired.outer_over.push(place),
            },
            _ => {}
        }
    }
    errors.extend(open.iter().map(|&opener| never_closed(&tokens[opener])));
    paired.tokens = tokens;
    if errors.is_empty() {
        Ok(paired)
    } else {
        errors.sort_by_key(|error| error.span.start);
        Err(errors)
    }
}

fn matches(opener: &Tok, closer: &Tok) -> bool {
    match (opener, closer) {
        (Tok::Open(opener), Tok::Close(closer)) => opener == closer,
        (Tok::Begin(opener), Tok::End(closer)) => opener == closer,
        _ => false,
    }
}

fn shown(tok: &Tok) -> (&'static str, &'static str) {
    match tok {
        Tok::Open(bracket) | Tok::Close(bracket) => bracket.shown(),
        _ => ("\\begin", "\\end"),
    }
}

fn mismatch(opener: &Token, closer: &Token) -> SyntaxError {
    let (open, wanted) = shown(&opener.tok);
    let (_, found) = shown(&closer.tok);
    SyntaxError {
        span: closer.span,
        message: format!("`{found}` closes what `{open}` opened; `{wanted}` was expected."),
        help: format!(
            "Close with `{wanted}`, or open with `{}`.",
            shown(&closer.tok).0
        ),
    }
}

fn never_opened(closer: &Token) -> SyntaxError {
    let (open, found) = shown(&closer.tok);
    SyntaxError {
        span: closer.span,
        message: format!("`{found}` closes nothing: no `{open}` is open here."),
        help: format!("Take it out, or put a `{open}` where the group begins."),
    }
}

fn never_closed(opener: &Token) -> SyntaxError {
    let (open, close) = shown(&opener.tok);
    SyntaxError {
        span: opener.span,
        message: format!("`{open}` is opened here and never closed."),
        help: format!("Put a `{close}` where the group ends."),
    }
}

/// Gives every `|` and `||` a side.
fn bars(tokens: Vec<Token>) -> Vec<Token> {
    if !tokens
        .iter()
        .any(|t| matches!(t.tok, Tok::Bar | Tok::DoubleBar(_)))
    {
        return tokens;
    }
    let mut sides = Sides::default();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        let next = rest.peek();
        match token.tok {
            Tok::Bar => {
                let at = next.is_some_and(|next| next.tok == Tok::Underscore);
                sides.bar(&token, at);
            }
            Tok::DoubleBar(typed) => {
                sides.double(&token, typed, next.is_some_and(Token::starts_operand));
            }
            _ => sides.other(token),
        }
    }
    sides.tokens
}

/// The tokens so far and what is open among them.
#[derive(Default)]
struct Sides {
    tokens: Vec<Token>,
    open: Vec<(usize, Option<Bracket>)>,
}

impl Sides {
    fn after_operand(&self) -> bool {
        self.tokens.last().is_some_and(Token::ends_operand)
    }

    fn top(&self) -> Option<Bracket> {
        self.open.last().and_then(|&(_, bracket)| bracket)
    }

    fn emit(&mut self, tok: Tok, span: Span, spaced: bool) {
        match tok {
            Tok::Open(bracket) => self.open.push((self.tokens.len(), Some(bracket))),
            Tok::Close(_) => drop(self.open.pop()),
            _ => {}
        }
        self.tokens.push(Token { tok, span, spaced });
    }

    fn other(&mut self, token: Token) {
        match token.tok {
            Tok::Begin(_) => self.open.push((self.tokens.len(), None)),
            Tok::End(_) => drop(self.open.pop()),
            _ => {}
        }
        self.emit(token.tok, token.span, token.spaced);
    }

    fn bar(&mut self, token: &Token, subscripted: bool) {
        let after = self.after_operand();
        let tok = match self.top() {
            Some(Bracket::Abs) if after => Tok::Close(Bracket::Abs),
            Some(Bracket::Norm) if after && self.split_norm() => Tok::Close(Bracket::Abs),
            _ if after && subscripted => Tok::EvaluationBar,
            _ => Tok::Open(Bracket::Abs),
        };
        self.emit(tok, token.span, token.spaced);
    }

    /// `||x| - 1|`: what looked like a norm were two bars.
    fn split_norm(&mut self) -> bool {
        let Some(&(place, _)) = self.open.last() else {
            return false;
        };
        let Span { start, end } = self.tokens[place].span;
        if end - start != 2 {
            return false;
        }
        let spaced = self.tokens[place].spaced;
        self.open.pop();
        let tail = self.tokens.split_off(place);
        self.emit(Tok::Open(Bracket::Abs), Span::new(start, start + 1), spaced);
        self.emit(Tok::Open(Bracket::Abs), Span::new(start + 1, end), false);
        self.tokens.extend(tail.into_iter().skip(1));
        true
    }

    fn double(&mut self, token: &Token, typed: bool, operand_follows: bool) {
        let Span { start, end } = token.span;
        if self.top() == Some(Bracket::Abs) && self.after_operand() && typed {
            let below = self.open.iter().rev().nth(1).and_then(|&(_, b)| b);
            let both = below == Some(Bracket::Abs) && !operand_follows;
            let second = if both {
                Tok::Close(Bracket::Abs)
            } else {
                Tok::Open(Bracket::Abs)
            };
            self.emit(
                Tok::Close(Bracket::Abs),
                Span::new(start, start + 1),
                token.spaced,
            );
            self.emit(second, Span::new(start + 1, end), false);
            return;
        }
        let closes = self.top() == Some(Bracket::Norm) && self.after_operand();
        let tok = if closes {
            Tok::Close(Bracket::Norm)
        } else {
            Tok::Open(Bracket::Norm)
        };
        self.emit(tok, token.span, token.spaced);
    }
}
