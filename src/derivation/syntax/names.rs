//! Names with what belongs to them: digits, layers above, indices below; and the constants.

use super::choices::Doubt;
use super::parser::{Parsed, Parser};
use super::token::Tok;
use super::{Constant, Expr, Index, Kind, Name};

impl Parser<'_> {
    /// A name, a constant, or a call of a name; `d` and `D` may begin a derivative.
    pub(super) fn named(&mut self, symbol: &str) -> Parsed<Expr> {
        if self.derivative_follows(0) {
            return self.derivative();
        }
        let start = self.at;
        if symbol == "D" && self.bracket_derivative_follows() {
            return self.bracket_derivative();
        }
        if symbol == "σ" && !self.scope.is_declared(symbol) && self.sigmoid_follows() {
            return self.builtin(super::Builtin::Sigmoid);
        }
        if let Some(constant) = self.constant(symbol)? {
            return Ok(self.expr(Kind::Constant(constant), start));
        }
        if let Some(power) = self.exponent_before_index(start)? {
            return Ok(power);
        }
        let name = self.name()?;
        self.applied(start, name)
    }

    /// The constant that this symbol stands for unless it is declared; it is taken.
    pub(super) fn constant(&mut self, symbol: &str) -> Parsed<Option<Constant>> {
        if self.scope.is_declared(symbol) {
            return Ok(None);
        }
        let constant = match symbol {
            "e" if !matches!(self.ahead(1).map(|t| &t.tok), Some(Tok::Underscore)) => Constant::E,
            "π" => Constant::Pi,
            "I" if self.scope.has_matrices() => {
                self.at += 1;
                return Ok(Some(Constant::Identity(self.size()?)));
            }
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(constant))
    }

    /// The name at the next token, with its layer and indices.
    pub(super) fn name(&mut self) -> Parsed<Name> {
        let Some(Tok::Name(symbol)) = self.peek_tok() else {
            let shown = self.shown();
            return self.error(
                format!("A name was expected, not {shown}."),
                "Names are letters such as x, θ or W.",
            );
        };
        let start = self.at;
        let mut name = Name::new(symbol);
        self.at += 1;
        if let Some(number) = self.attached_digits(start, symbol) {
            name.indices.push(Index::Number(number));
            return Ok(name);
        }
        name.layer = self.layer(start, symbol);
        if self.accept(&Tok::Underscore) {
            name.indices = self.indices()?;
            name.layer = name.layer.or_else(|| self.layer(start, symbol));
        }
        Ok(name)
    }

    /// `w1`: read as w₁, since a number after a letter is rarely a factor.
    fn attached_digits(&mut self, start: usize, symbol: &str) -> Option<u32> {
        let token = self.peek().filter(|token| !token.spaced)?;
        let Tok::Number(digits) = &token.tok else {
            return None;
        };
        let number: u32 = digits.parse().ok()?;
        let span = self.line.tokens[start].span.to(token.span);
        let first = format!("`{symbol}{digits}` is read as {symbol} with index {digits}.");
        let other = format!("`{symbol}{digits}` is read as {symbol} times {digits}.");
        if self.choose(Doubt::Digits, start, span, first, other) {
            return None;
        }
        self.at += 1;
        Some(number)
    }
}
