//! Reading derivatives: operators and their operands, fractions, ∇, D[…].

use super::choices::Doubt;
use super::fractions::Fraction;
use super::parser::{Parsed, Parser};
use super::terms::Stop;
use super::token::{Bracket, Tok, Token};
use super::{Derivative, Expr, Kind, Leibniz, MulOp, Wrt};

impl Parser<'_> {
    /// The derivative that begins at the next token.
    pub(super) fn derivative(&mut self) -> Parsed<Expr> {
        let start = self.at;
        let Some(fraction) = self.fraction_at(start) else {
            return self.error(
                "A derivative was expected here.",
                "Write d/dx (…) or dy/dx.",
            );
        };
        let operand = self.operand_above(fraction)?;
        self.at = fraction.below;
        let by = self.variables_below(fraction)?;
        let partial = fraction.partial;
        let (notation, operand) = match operand {
            Some(operand) => (Leibniz::Fraction { partial }, operand),
            None => (Leibniz::Operator { partial }, self.deeper(Self::operand)?),
        };
        Ok(self.derivative_of(start, notation, operand, by))
    }

    pub(super) fn derivative_of(
        &self,
        start: usize,
        notation: Leibniz,
        operand: Expr,
        by: Vec<Wrt>,
    ) -> Expr {
        let order = by.iter().map(|wrt| wrt.order).sum::<u32>().max(1);
        let operand = Box::new(operand);
        let derivative = Derivative {
            notation,
            operand,
            by,
            order,
        };
        self.expr(Kind::Derivative(derivative), start)
    }

    fn operand_above(&mut self, fraction: Fraction) -> Parsed<Option<Expr>> {
        let (from, to) = fraction.above;
        if from == to {
            return Ok(None);
        }
        self.at = from;
        self.until(to, |parser| parser.deeper(Self::complete))
            .map(Some)
    }

    /// `dx`, `dx²`, `∂x∂y`: the variables, whose orders must add up to the order above.
    fn variables_below(&mut self, fraction: Fraction) -> Parsed<Vec<Wrt>> {
        let end = fraction.close.map_or(self.end, |(close, _)| close);
        let start = self.at;
        let by = self.until(end, |parser| {
            parser.variables(fraction.order, fraction.close.is_some())
        })?;
        let total: u32 = by.iter().map(|wrt| wrt.order).sum();
        if total != fraction.order {
            let (order, span) = (fraction.order, self.since(start));
            return Err(super::SyntaxError {
                span,
                message: format!(
                    "The orders above and below differ: {order} above, {total} below."
                ),
                help: "Write d^2y/dx^2, or ∂^2f/∂x∂y.".to_owned(),
            });
        }
        if let Some((_, after)) = fraction.close {
            self.at = after;
        }
        Ok(by)
    }

    fn variables(&mut self, order: u32, bracketed: bool) -> Parsed<Vec<Wrt>> {
        let mut by: Vec<Wrt> = Vec::new();
        let mut total = 0;
        while by.is_empty()
            || (bracketed && self.at < self.end)
            || (total < order && self.variable_follows())
        {
            if !self.variable_follows() {
                let shown = self.shown();
                return self.error(
                    format!("`dx` was expected below the line, not {shown}."),
                    "Write d/dx, or ∂^2f/∂x∂y.",
                );
            }
            self.at += 1;
            let variable = self.variable()?;
            let order = self.order_of_variable();
            total += order;
            by.push(Wrt { variable, order });
        }
        Ok(by)
    }

    fn variable_follows(&self) -> bool {
        let d = match self.peek_tok() {
            Some(Tok::Partial) => true,
            Some(Tok::Name(symbol)) => symbol == "d" || symbol == "δ",
            _ => false,
        };
        d && matches!(
            self.ahead(1).map(|t| &t.tok),
            Some(Tok::Name(_) | Tok::Open(_))
        )
    }

    fn variable(&mut self) -> Parsed<Expr> {
        let start = self.at;
        if matches!(self.peek_tok(), Some(Tok::Open(_))) {
            return self.deeper(Self::primary);
        }
        let name = self.name()?;
        Ok(self.expr(Kind::Name(name), start))
    }

    /// The 2 of `dx²`.
    pub(super) fn order_of_variable(&mut self) -> u32 {
        let braced = self
            .ahead(1)
            .is_some_and(|t| t.tok == Tok::Open(Bracket::Brace));
        let at = 1 + usize::from(braced);
        match (self.peek_tok(), self.ahead(at).map(|t| &t.tok)) {
            (Some(Tok::Caret), Some(Tok::Number(digits))) => {
                self.at += 2 + 2 * usize::from(braced);
                digits.parse().unwrap_or(1)
            }
            _ => 1,
        }
    }

    /// Rule 7: the rest of the term; but a bracket right after `d/dx` is the whole operand.
    pub(super) fn operand(&mut self) -> Parsed<Expr> {
        let start = self.at;
        if !self.peek().is_some_and(Token::starts_operand)
            && !matches!(self.peek_tok(), Some(Tok::Sign(_)))
        {
            let shown = self.shown();
            return self.error(
                format!(
                    "The derivative operator needs something to differentiate; {shown} follows it."
                ),
                "Write d/dx (x^2), or dy/dx.",
            );
        }
        let group = matches!(self.peek_tok(), Some(Tok::Open(_)));
        let first = self.signed(Self::factor)?;
        let mut factors = vec![(MulOp::Juxtaposed, first)];
        if group && self.term_goes_on() {
            if self.long_operand(start, false) {
                return self.term_from(start, factors, Stop::AtDerivative);
            }
            return Ok(factors.remove(0).1);
        }
        while self.peek().is_some_and(Token::starts_operand) && !self.derivative_follows(0) {
            factors.push((MulOp::Juxtaposed, self.factor()?));
        }
        if self.term_goes_on() && self.long_operand(start, true) {
            return self.term_from(start, factors, Stop::AtDerivative);
        }
        Ok(self.product(start, factors))
    }

    /// Whether the term has more that could belong to the operand.
    fn term_goes_on(&self) -> bool {
        match self.peek() {
            Some(token) if matches!(token.tok, Tok::Mul(_) | Tok::Slash) => {
                !self.derivative_follows(1)
            }
            Some(token) => token.starts_operand() && !self.derivative_follows(0),
            None => false,
        }
    }

    /// Whether the operand goes on; `long` is what is read first.
    pub(super) fn long_operand(&mut self, start: usize, long: bool) -> bool {
        let written = self.written(start, self.at);
        let end = self.line.partner[self.at].max(self.at) + 1;
        let next = self.written(self.at, (end + 1).min(self.end));
        let short_note = format!("Only `{written}` is differentiated, not `{next}` after it.");
        let long_note =
            format!("All of `{written} {next}` is differentiated, to the end of the term.");
        let span = self.since(start);
        let (first, other) = if long {
            (long_note, short_note)
        } else {
            (short_note, long_note)
        };
        self.choose(Doubt::Operand, start, span, first, other) != long
    }
}
