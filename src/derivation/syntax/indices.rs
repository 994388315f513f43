//! What stands below a name.

use super::choices::Doubt;
use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok};
use super::{Dim, Index, Sign};

impl Parser<'_> {
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
