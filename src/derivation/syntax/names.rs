//! Names with what belongs to them: digits, layers above, indices below; and the constants.

use super::choices::Doubt;
use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok};
use super::{Constant, Dim, Expr, Index, Kind, Name, Sign};

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

    /// The `n` of `I_n` or `𝟏_n`.
    pub(super) fn size(&mut self) -> Parsed<Option<Dim>> {
        if !self.accept(&Tok::Underscore) {
            return Ok(None);
        }
        let indices = self.indices()?;
        Ok(indices.first().map(|index| match index {
            Index::Number(number) => Dim::Number(*number),
            index @ Index::Letter { .. } => Dim::Named(index.to_string()),
        }))
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

    /// An index above: `a^{(L)}`, and `a^L` where `a` is declared with a layer.
    fn layer(&mut self, start: usize, symbol: &str) -> Option<String> {
        if !self.next_is(&Tok::Caret) || self.scope.is_function(symbol) {
            return None;
        }
        let layered = self.scope.is_layered(symbol);
        let braced = matches!(self.ahead(1)?.tok, Tok::Open(Bracket::Brace));
        let (mut from, mut to) = (self.at + 1, self.at + 2);
        if braced {
            to = self.line.partner[from];
            from += 1;
        }
        let after = if braced { to + 1 } else { to };
        let bracketed = braced
            && from < to
            && self.line.partner[from] == to - 1
            && to - from > 2
            && matches!(
                self.line.tokens[from].tok,
                Tok::Open(Bracket::Round | Bracket::Square)
            );
        let inner = if bracketed {
            (from + 1, to - 1)
        } else {
            (from, to)
        };
        let text = self.layer_text(inner.0, inner.1.min(self.end))?;
        let called = matches!(
            self.line
                .tokens
                .get(after)
                .filter(|_| after < self.end)
                .map(|t| &t.tok),
            Some(Tok::Open(Bracket::Round))
        );
        if layered && text != "T" {
            self.at = after;
            return Some(text);
        }
        let simple = text.chars().all(char::is_alphanumeric);
        if !bracketed || !simple || called {
            return None;
        }
        let span = self
            .since(start)
            .to(self.line.tokens[to.min(self.end - 1)].span);
        let first = format!(
            "`{}` is read as {symbol} of layer {text}, not as a power.",
            span.of(self.text)
        );
        let other = format!("`{}` is read as a power.", span.of(self.text));
        if self.choose(Doubt::Layer, start, span, first, other) {
            return None;
        }
        self.at = after;
        Some(text)
    }

    /// `L`, `2`, `l-1`, `l+1`: what a layer can be called.
    fn layer_text(&self, from: usize, to: usize) -> Option<String> {
        let part = |tok: &Tok| match tok {
            Tok::Name(symbol) => Some(symbol.clone()),
            Tok::Number(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => {
                Some(digits.clone())
            }
            _ => None,
        };
        let tokens = self.line.tokens.get(from..to)?;
        match tokens {
            [only] => part(&only.tok),
            [name, sign, shift] => {
                let sign = match sign.tok {
                    Tok::Sign(Sign::Plus) => '+',
                    Tok::Sign(Sign::Minus) => '-',
                    _ => return None,
                };
                Some(format!("{}{sign}{}", part(&name.tok)?, part(&shift.tok)?))
            }
            _ => None,
        }
    }

    /// What stands after `_`: one index, a run such as `jk`, or a list in braces.
    pub(super) fn indices(&mut self) -> Parsed<Vec<Index>> {
        let start = self.at;
        match self.peek_tok() {
            Some(Tok::Open(Bracket::Brace)) => self.bracketed(Self::index_list),
            Some(Tok::Number(_) | Tok::Func(_)) => Ok(vec![self.index()?]),
            Some(Tok::Name(_)) => {
                let mut indices = vec![self.index()?];
                while !self.latex && self.index_run_goes_on(start) {
                    indices.push(self.index()?);
                }
                Ok(indices)
            }
            _ => {
                let shown = self.shown();
                self.error(
                    format!("An index was expected after `_`, not {shown}."),
                    "Write x_i, x_1, W_{jk} or x_{i+1}.",
                )
            }
        }
    }

    /// In `w_jk` both letters are indices; in `x_iy_i` the y begins a new name.
    fn index_run_goes_on(&mut self, start: usize) -> bool {
        let Some(token) = self.peek().filter(|token| !token.spaced) else {
            return false;
        };
        let (Tok::Name(symbol), Some(Tok::Name(first))) =
            (&token.tok, self.line.tokens.get(start).map(|t| &t.tok))
        else {
            return false;
        };
        let next_name = matches!(
            self.ahead(1).map(|t| &t.tok),
            Some(Tok::Underscore | Tok::Primes(_))
        );
        if next_name || symbol.chars().count() > 1 {
            return false;
        }
        let span = self.since(start).to(token.span);
        let together = format!(
            "All letters of `_{}` are read as indices.",
            span.of(self.text)
        );
        let apart = format!(
            "Only `{first}` of `_{}` is read as an index.",
            span.of(self.text)
        );
        !self.choose(Doubt::Subscript, start, span, together, apart)
    }

    fn index_list(&mut self) -> Parsed<Vec<Index>> {
        let mut indices = Vec::new();
        while self.at < self.end {
            let index = self.index()?;
            indices.push(self.shifted(index));
            self.accept(&Tok::Comma);
        }
        if indices.is_empty() {
            return self.error("The index is empty.", "Write x_i, x_1 or W_{jk}.");
        }
        Ok(indices)
    }

    fn index(&mut self) -> Parsed<Index> {
        let index = match self.peek_tok() {
            Some(Tok::Number(digits)) => match digits.parse() {
                Ok(number) => Index::Number(number),
                Err(_) => {
                    return self.error(
                        "An index is a whole number or a letter.",
                        "Write x_1 or x_i.",
                    );
                }
            },
            Some(Tok::Name(symbol)) => Index::letter(symbol),
            Some(Tok::Func(builtin)) => Index::letter(builtin.name()),
            _ => {
                let shown = self.shown();
                return self.error(
                    format!("An index was expected, not {shown}."),
                    "Write x_i, x_1, W_{jk} or x_{i+1}.",
                );
            }
        };
        self.at += 1;
        Ok(index)
    }

    /// The `+1` of `x_{i+1}`.
    fn shifted(&mut self, index: Index) -> Index {
        let (Index::Letter { symbol, .. }, Some(Tok::Sign(sign)), Some(Tok::Number(digits))) =
            (&index, self.peek_tok(), self.ahead(1).map(|t| &t.tok))
        else {
            return index;
        };
        let Ok(amount) = digits.parse::<i32>() else {
            return index;
        };
        let shift = if *sign == Sign::Minus {
            -amount
        } else {
            amount
        };
        self.at += 2;
        Index::Letter {
            symbol: symbol.clone(),
            shift,
        }
    }
}
