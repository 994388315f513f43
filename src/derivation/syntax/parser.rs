//! The parser's state and the small steps everything else is made of.

use super::choices::{Choice, Choices, Doubt};
use super::pairs::Paired;
use super::scope::Scope;
use super::token::{Tok, Token};
use super::{Expr, Kind, Span, SyntaxError};

/// What reading something gives.
pub(super) type Parsed<T> = Result<T, SyntaxError>;

/// The parser of one line.
pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) line: &'a Paired,
    pub(super) scope: &'a Scope,
    /// Whether the line is LaTeX, where white space means nothing.
    pub(super) latex: bool,
    pub(super) choices: Choices,
    /// The next token.
    pub(super) at: usize,
    /// Reading stops here: the end of the line or of the group being read.
    pub(super) end: usize,
    nesting: usize,
    /// Inside an exponent a name is called only if it is known to be a function.
    pub(super) in_exponent: bool,
}

/// How deep brackets, exponents and functions may nest.
const MAX_NESTING: usize = 60;

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str, line: &'a Paired, scope: &'a Scope, choices: Choices) -> Self {
        let latex = line.tokens.iter().any(|token| {
            let written = token.span.of(text);
            written.starts_with('\\') && written.len() > 1
        });
        Self {
            text,
            line,
            scope,
            latex,
            choices,
            at: 0,
            end: line.tokens.len(),
            nesting: 0,
            in_exponent: false,
        }
    }

    /// The next token, if the range being read has one.
    pub(super) fn peek(&self) -> Option<&'a Token> {
        self.ahead(0)
    }

    /// The token `distance` places ahead.
    pub(super) fn ahead(&self, distance: usize) -> Option<&'a Token> {
        let place = self.at + distance;
        (place < self.end).then(|| &self.line.tokens[place])
    }

    pub(super) fn peek_tok(&self) -> Option<&'a Tok> {
        self.peek().map(|token| &token.tok)
    }

    pub(super) fn next_is(&self, tok: &Tok) -> bool {
        self.peek_tok() == Some(tok)
    }

    /// Takes the next token if it is this one.
    pub(super) fn accept(&mut self, tok: &Tok) -> bool {
        let found = self.next_is(tok);
        self.at += usize::from(found);
        found
    }

    /// The span of everything taken since `start`.
    pub(super) fn since(&self, start: usize) -> Span {
        let tokens = &self.line.tokens;
        match (tokens.get(start), self.at.checked_sub(1)) {
            (Some(first), Some(last)) if last >= start => first.span.to(tokens[last].span),
            _ => self.here(),
        }
    }

    /// Where the next token of the line stands, or the empty place after the last one.
    pub(super) fn here(&self) -> Span {
        let tokens = &self.line.tokens;
        match tokens.get(self.at) {
            Some(token) => token.span,
            None => {
                let end = tokens.last().map_or(0, |token| token.span.end);
                Span::new(end, end)
            }
        }
    }

    /// The next token as it was typed, for a message.
    pub(super) fn shown(&self) -> String {
        match self.peek() {
            Some(token) => format!("`{}`", token.span.of(self.text)),
            None if self.at < self.line.tokens.len() => {
                format!("`{}`", self.line.tokens[self.at].span.of(self.text))
            }
            None => "the end of the line".to_owned(),
        }
    }

    /// The text of a stretch of tokens.
    pub(super) fn written(&self, start: usize, end: usize) -> &'a str {
        let tokens = &self.line.tokens;
        if end <= start || end > tokens.len() {
            return "";
        }
        Span::new(tokens[start].span.start, tokens[end - 1].span.end).of(self.text)
    }

    pub(super) fn error<T>(
        &self,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Parsed<T> {
        Err(SyntaxError {
            span: self.here(),
            message: message.into(),
            help: help.into(),
        })
    }

    /// Records a place that can be read in two ways; `true` means: take the other way.
    pub(super) fn choose(
        &mut self,
        doubt: Doubt,
        start: usize,
        span: Span,
        first: String,
        other: String,
    ) -> bool {
        let key = (start, doubt);
        let choice = Choice {
            key,
            span,
            first,
            other,
        };
        self.choices.choose(choice)
    }

    /// Reads something one level deeper; refuses beyond a depth no person writes.
    pub(super) fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.nesting >= MAX_NESTING {
            return self.error(
                format!("This is nested more than {MAX_NESTING} levels deep, which is more than is read."),
                "Give a part of it a name with `let`, and use the name.",
            );
        }
        self.nesting += 1;
        let result = read(self);
        self.nesting -= 1;
        result
    }

    /// Reads with the range cut off at `end`.
    pub(super) fn until<T>(
        &mut self,
        end: usize,
        read: impl FnOnce(&mut Self) -> Parsed<T>,
    ) -> Parsed<T> {
        let before = std::mem::replace(&mut self.end, end);
        let result = read(self);
        self.end = before;
        result
    }

    /// Reads the bracket that opens at the next token with `read`, which must use all of it.
    pub(super) fn bracketed<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let close = self.line.partner[self.at];
        self.at += 1;
        let in_exponent = std::mem::replace(&mut self.in_exponent, false);
        let result = self.until(close, |parser| {
            let result = parser.deeper(read)?;
            parser.expect_end()?;
            Ok(result)
        })?;
        self.in_exponent = in_exponent;
        self.at = close + 1;
        Ok(result)
    }

    /// Nothing may be left in the range being read.
    pub(super) fn expect_end(&self) -> Parsed<()> {
        if self.at >= self.end {
            return Ok(());
        }
        let shown = self.shown();
        let help = match self.peek_tok() {
            Some(Tok::Comma) => {
                "A comma separates the arguments of a function and the entries of a vector."
            }
            Some(Tok::Semicolon) => "A semicolon separates the rows of a matrix [a, b; c, d].",
            Some(Tok::Compare(_) | Tok::Approx) => {
                "An equation stands on a line of its own; it cannot be part of an expression."
            }
            Some(Tok::Caret) => "An exponent needs something before it: x^2.",
            Some(Tok::Colon) => "A type is given with `let x : R^n`.",
            _ => {
                "An operator (+ - * / ^), another factor or the end of the expression can stand here."
            }
        };
        self.error(format!("{shown} was not expected here."), help)
    }

    pub(super) fn expr(&self, kind: Kind, start: usize) -> Expr {
        Expr::new(kind, self.since(start))
    }
}
