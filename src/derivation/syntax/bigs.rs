//! Sums over an index, limits, definitions by cases, values at a point.

use super::choices::Doubt;
use super::parser::{Parsed, Parser};
use super::terms::Stop;
use super::token::{Bracket, Tok};
use super::{Bound, Comparison, Expr, Index, Kind, MulOp, Name, Side, Sign};

impl Parser<'_> {
    /// `Σ_{i=1}^{n} …`, `∏_i …`
    pub(super) fn big(&mut self, product: bool) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        if !self.accept(&Tok::Underscore) {
            return self.error(
                "This sum does not say over which index.",
                "Write Σ_i x_i or Σ_{i=1}^{n} x_i.",
            );
        }
        let (mut bounds, except) = if matches!(
            self.peek_tok(),
            Some(Tok::Open(Bracket::Brace | Bracket::Round))
        ) {
            self.bracketed(Self::bounds)?
        } else {
            let index = Name::new(&self.name()?.symbol);
            (
                vec![Bound {
                    index,
                    from: None,
                    to: None,
                }],
                None,
            )
        };
        if self.accept(&Tok::Caret) {
            let to = self.deeper(Self::plain_exponent)?;
            bounds[0].to = Some(to);
        }
        let body =
            Box::new(self.deeper(|parser| parser.signed(|parser| parser.term(Stop::Nowhere)))?);
        Ok(self.expr(
            Kind::Big {
                product,
                bounds,
                except,
                body,
            },
            start,
        ))
    }

    /// `i=1`, `i,j`, `ij`, `j≠i`.
    fn bounds(&mut self) -> Parsed<(Vec<Bound>, Option<Index>)> {
        let mut bounds = Vec::new();
        let mut except = None;
        while self.at < self.end {
            let index = Name::new(&self.name()?.symbol);
            let mut bound = Bound {
                index,
                from: None,
                to: None,
            };
            if self.accept(&Tok::Compare(Comparison::Equal)) {
                bound.from = Some(self.expression()?);
            } else if self.accept(&Tok::Compare(Comparison::NotEqual)) {
                except = self.indices()?.into_iter().next();
            }
            bounds.push(bound);
            self.accept(&Tok::Comma);
        }
        if bounds.is_empty() {
            return self.error(
                "This sum does not say over which index.",
                "Write Σ_i x_i or Σ_{i=1}^{n} x_i.",
            );
        }
        Ok((bounds, except))
    }

    /// `lim_{h→0} …`: the term that follows, or in the other reading the whole sum.
    pub(super) fn limit(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        self.accept(&Tok::Underscore);
        let (variable, target, side) = if matches!(
            self.peek_tok(),
            Some(Tok::Open(Bracket::Brace | Bracket::Round))
        ) {
            self.bracketed(Self::approach)?
        } else {
            self.approach()?
        };
        let from = self.at;
        let mut body = self.deeper(|parser| parser.signed(|parser| parser.term(Stop::Nowhere)))?;
        if matches!(self.peek_tok(), Some(Tok::Sign(_))) {
            let written = self.written(from, self.at);
            let first = format!("The limit is that of `{written}` alone.");
            let other = "The limit is that of the whole sum after it.".to_owned();
            if self.choose(Doubt::Limit, start, self.since(start), first, other) {
                body = self.deeper(|parser| parser.sum_from(from, body))?;
            }
        }
        let kind = Kind::Limit {
            variable,
            target: Box::new(target),
            side,
            body: Box::new(body),
        };
        Ok(self.expr(kind, start))
    }

    /// `h → 0`, `h → 0^+`, `n → ∞`.
    fn approach(&mut self) -> Parsed<(Name, Expr, Option<Side>)> {
        let variable = self.name()?;
        if !self.accept(&Tok::Arrow) {
            let shown = self.shown();
            return self.error(
                format!("`→` was expected, not {shown}."),
                "Write lim_{h→0} or lim_{h -> 0}.",
            );
        }
        let from = self.at;
        let sign = |tok: Option<&Tok>| match tok {
            Some(Tok::Sign(Sign::Plus)) => Some(Side::Above),
            Some(Tok::Sign(Sign::Minus)) => Some(Side::Below),
            _ => None,
        };
        let target = self.signed(|parser| parser.primary())?;
        let mut side = None;
        if self.next_is(&Tok::Caret) {
            let braced = self
                .ahead(1)
                .is_some_and(|t| t.tok == Tok::Open(Bracket::Brace));
            side = sign(self.ahead(1 + usize::from(braced)).map(|t| &t.tok));
            if side.is_some() {
                self.at += 2 + 2 * usize::from(braced);
            }
        } else if self.at + 1 == self.end {
            side = sign(self.peek_tok());
            self.at += usize::from(side.is_some());
        }
        debug_assert!(self.at > from);
        Ok((variable, target, side))
    }

    /// The value where the names have values: `… |_{x=3}`.
    pub(super) fn evaluated(&mut self, start: usize, expr: Expr) -> Parsed<Expr> {
        if !self.accept(&Tok::EvaluationBar) {
            return Ok(expr);
        }
        self.accept(&Tok::Underscore);
        let values = if matches!(
            self.peek_tok(),
            Some(Tok::Open(Bracket::Brace | Bracket::Round))
        ) {
            self.bracketed(Self::values)?
        } else {
            self.values()?
        };
        let at = self.expr(Kind::At(Box::new(expr), values), start);
        let marked = self.marks(start, at)?;
        if self
            .peek()
            .is_some_and(|t| matches!(t.tok, Tok::Mul(_) | Tok::Slash) || t.starts_operand())
        {
            let factors = vec![(MulOp::Juxtaposed, marked)];
            return self.deeper(|parser| parser.term_from(start, factors, Stop::Nowhere));
        }
        Ok(marked)
    }

    pub(super) fn values(&mut self) -> Parsed<Vec<(Name, Expr)>> {
        let mut values = Vec::new();
        loop {
            let name = self.name()?;
            if !self.accept(&Tok::Compare(Comparison::Equal)) {
                let shown = self.shown();
                return self.error(
                    format!("`=` was expected, not {shown}."),
                    "Write dy/dx |_{x=3}.",
                );
            }
            values.push((name, self.expression()?));
            if !self.accept(&Tok::Comma) {
                return Ok(values);
            }
        }
    }
}
