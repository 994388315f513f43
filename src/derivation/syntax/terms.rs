//! Sums, products, quotients and powers.

use super::choices::Doubt;
use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok, Token};
use super::{Expr, Kind, MulOp, Sign};

/// Where a product stops before its natural end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// At the end of the term.
    Nowhere,
    /// Before the next derivative operator: the operand of `d/dx`.
    AtDerivative,
}

type Factors = Vec<(MulOp, Expr)>;

impl Parser<'_> {
    /// A sum, or `a \over b`, up to the end of the range or the first token that cannot go on.
    pub(super) fn expression(&mut self) -> Parsed<Expr> {
        self.deeper(Self::sum)
    }

    fn sum(&mut self) -> Parsed<Expr> {
        let start = self.at;
        if let Some(over) = self.over() {
            let above = self.until(over, Self::complete)?;
            self.at = over + 1;
            let below = self.complete()?;
            return Ok(self.expr(Kind::Quotient(Box::new(above), Box::new(below)), start));
        }
        let first = self.signed(|parser| parser.term(Stop::Nowhere))?;
        self.sum_from(start, first)
    }

    /// The rest of a sum whose first term is read.
    pub(super) fn sum_from(&mut self, start: usize, first: Expr) -> Parsed<Expr> {
        let mut terms = vec![(Sign::Plus, first)];
        while let Some(&Tok::Sign(sign)) = self.peek_tok() {
            self.at += 1;
            let term = self.signed(|parser| parser.term(Stop::Nowhere))?;
            terms.push((sign, term));
        }
        if terms.len() == 1 {
            return Ok(terms.remove(0).1);
        }
        Ok(self.expr(Kind::Sum(terms), start))
    }

    /// An expression that must fill the range.
    pub(super) fn complete(&mut self) -> Parsed<Expr> {
        let expr = self.expression()?;
        self.expect_end()?;
        Ok(expr)
    }

    /// The place of the `\over` of this group, if it has one that is still ahead.
    fn over(&self) -> Option<usize> {
        let opener = self.at.checked_sub(1);
        let inside = opener.and_then(|opener| self.line.over.get(&opener).copied());
        let outside = || {
            let outer = self.line.outer_over.iter().copied();
            let opens = opener.is_none_or(|o| !matches!(self.line.tokens[o].tok, Tok::Open(_)));
            outer.filter(|_| opens).find(|&place| place >= self.at)
        };
        inside.or_else(outside).filter(|&place| place < self.end)
    }

    /// Signs, then what they stand before: `-x`, `--x`.
    pub(super) fn signed(&mut self, read: impl FnOnce(&mut Self) -> Parsed<Expr>) -> Parsed<Expr> {
        const MOST: usize = 8;
        let mut signs = Vec::new();
        while let Some(&Tok::Sign(sign)) = self.peek_tok() {
            if signs.len() == MOST {
                return self.error("There are too many signs in a row.", "Keep one of them.");
            }
            signs.push((self.at, sign));
            self.at += 1;
        }
        let mut expr = read(self)?;
        for &(start, sign) in signs.iter().rev() {
            expr = self.expr(Kind::Signed(sign, Box::new(expr)), start);
        }
        Ok(expr)
    }

    /// Factors and divisors up to the next sign.
    pub(super) fn term(&mut self, stop: Stop) -> Parsed<Expr> {
        let start = self.at;
        let first = self.factor()?;
        self.term_from(start, vec![(MulOp::Juxtaposed, first)], stop)
    }

    /// The rest of a term whose first factors are read.
    pub(super) fn term_from(
        &mut self,
        start: usize,
        mut factors: Factors,
        stop: Stop,
    ) -> Parsed<Expr> {
        while let Some(token) = self.peek() {
            match token.tok {
                Tok::Mul(op) => {
                    if stop == Stop::AtDerivative && self.derivative_follows(1) {
                        break;
                    }
                    self.at += 1;
                    factors.push((op, self.signed(Self::factor)?));
                }
                Tok::Slash => factors = self.divide(start, factors)?,
                _ if !token.starts_operand() => break,
                _ if stop == Stop::AtDerivative && self.derivative_follows(0) => break,
                _ => {
                    self.refuse_two_numbers(&factors, token)?;
                    factors.push((MulOp::Juxtaposed, self.factor()?));
                }
            }
        }
        let product = self.product(start, factors);
        self.evaluated(start, product)
    }

    /// One expression of a list of factors.
    pub(super) fn product(&self, start: usize, mut factors: Factors) -> Expr {
        match factors.len() {
            1 => factors.remove(0).1,
            _ => self.expr(Kind::Product(factors), start),
        }
    }

    fn refuse_two_numbers(&self, factors: &Factors, token: &Token) -> Parsed<()> {
        let after_number =
            matches!(factors.last(), Some((_, last)) if matches!(last.kind, Kind::Number(_)));
        let between = self.line.tokens[self.at - 1].span.end < token.span.start;
        if after_number && between && matches!(token.tok, Tok::Number(_)) {
            return self.error(
                "Two numbers stand side by side with nothing between them.",
                "Write 2·3 for a product, 23 for one number, [2, 3] for the entries of a matrix.",
            );
        }
        Ok(())
    }

    /// `a/b`, and the question how much stands below in `a/bc`.
    fn divide(&mut self, start: usize, factors: Factors) -> Parsed<Factors> {
        let numeric =
            matches!(factors.last(), Some((_, last)) if matches!(last.kind, Kind::Number(_)));
        let above = self.product(start, factors);
        self.at += 1;
        let from = self.at;
        let first = self.signed(Self::factor)?;
        let numeric = numeric && matches!(first.kind, Kind::Number(_));
        let mut below = vec![(MulOp::Juxtaposed, first)];
        if self.more_below(from, numeric) {
            while self.peek().is_some_and(Token::starts_operand) && !self.derivative_follows(0) {
                below.push((MulOp::Juxtaposed, self.factor()?));
            }
        }
        let below = self.product(from, below);
        let quotient = self.expr(Kind::Quotient(Box::new(above), Box::new(below)), start);
        Ok(vec![(MulOp::Juxtaposed, quotient)])
    }

    /// Whether the factors that follow `a/b` without a sign belong below the line.
    fn more_below(&mut self, from: usize, numeric: bool) -> bool {
        let Some(next) = self.peek().filter(|next| next.starts_operand()) else {
            return false;
        };
        if matches!(
            next.tok,
            Tok::Open(Bracket::Norm | Bracket::Abs) | Tok::Big(_)
        ) || self.derivative_follows(0)
        {
            return false;
        }
        if numeric && next.spaced && !self.latex {
            return false;
        }
        let grouped = matches!(
            next.tok,
            Tok::Open(_) | Tok::Func(_) | Tok::Radical | Tok::Frac
        );
        let below = !numeric && !grouped && (!next.spaced || self.latex);
        let mut end = from;
        while end < self.end && (end < self.at || self.line.tokens[end].starts_operand()) {
            end = self.line.partner[end].max(end) + 1;
        }
        let divisor = self.written(from, self.at);
        let rest = self.written(self.at, end);
        let whole = self.written(from.saturating_sub(2), end);
        let together = format!("In `{whole}` all of `{divisor}{rest}` is read as the divisor.");
        let apart =
            format!("In `{whole}` only `{divisor}` is read as the divisor; `{rest}` multiplies.");
        let span = self.here();
        let (first, other) = if below {
            (together, apart)
        } else {
            (apart, together)
        };
        self.choose(Doubt::Denominator, from, span, first, other) != below
    }
}
