//! Derivatives that are not fractions: ∇, `∂_x`, `D[…]`.

use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok, Token};
use super::{Derivative, Expr, Kind, Leibniz, MulOp, Wrt};

impl Parser<'_> {
    /// `∂_x f`; a `∂` with nothing below is an error.
    pub(super) fn partial(&mut self) -> Parsed<Expr> {
        if self.derivative_follows(0) {
            return self.derivative();
        }
        let start = self.at;
        self.at += 1;
        if !self.accept(&Tok::Underscore) {
            self.at = start;
            return self.error(
                "`∂` is not part of a derivative here.",
                "Write ∂f/∂x, or ∂/∂x (…).",
            );
        }
        let variable = self.subscript_variable()?;
        let operand = self.deeper(Self::operand)?;
        let by = vec![Wrt { variable, order: 1 }];
        Ok(self.derivative_of(start, Leibniz::Operator { partial: true }, operand, by))
    }

    fn subscript_variable(&mut self) -> Parsed<Expr> {
        let start = self.at;
        if self.next_is(&Tok::Open(Bracket::Brace)) {
            let variable = self.bracketed(Self::expression)?;
            if !matches!(variable.kind, Kind::Number(_)) {
                return Ok(variable);
            }
            self.at = start;
        }
        let Some(Tok::Name(symbol)) = self.peek_tok() else {
            return self.error(
                "A variable was expected after `_`.",
                "Write ∇_W C or ∇_{W} C.",
            );
        };
        let name = super::Name::new(symbol);
        self.at += 1;
        Ok(self.expr(Kind::Name(name), start))
    }

    /// `∇f`, `∇_W C`, `∇²f`: the gradient of the next factor; with an index, of the factors that follow.
    pub(super) fn nabla(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let mut order = self.nabla_order()?;
        let mut by = Vec::new();
        if self.accept(&Tok::Underscore) {
            let variable = self.subscript_variable()?;
            order = order.max(self.nabla_order()?);
            by.push(Wrt { variable, order });
        }
        if !self.peek().is_some_and(Token::starts_operand) {
            return self.error("∇ needs something to differentiate.", "Write ∇f or ∇_W C.");
        }
        let from = self.at;
        let group = matches!(self.peek_tok(), Some(Tok::Open(_)));
        let mut factors = vec![(MulOp::Juxtaposed, self.deeper(Self::nabla_operand)?)];
        while !by.is_empty()
            && !group
            && self.peek().is_some_and(Token::starts_operand)
            && !self.derivative_follows(0)
        {
            if factors.len() == 1 && !self.long_operand(from, true) {
                break;
            }
            factors.push((MulOp::Juxtaposed, self.factor()?));
        }
        let operand = Box::new(self.product(from, factors));
        let derivative = Derivative {
            notation: Leibniz::Nabla,
            operand,
            by,
            order,
        };
        Ok(self.expr(Kind::Derivative(derivative), start))
    }

    /// The 2 of `∇²`.
    fn nabla_order(&mut self) -> Parsed<u32> {
        let before = self.at;
        let order = self.order_of_variable();
        if self.at == before && self.next_is(&Tok::Caret) {
            return self.error(
                "∇ can only be raised to a whole number.",
                "Write ∇²f for second derivatives.",
            );
        }
        Ok(order)
    }

    /// The first factor after ∇. A transpose after a call belongs to the gradient: `∇f(x)ᵀ v`.
    fn nabla_operand(&mut self) -> Parsed<Expr> {
        let start = self.at;
        let base = self.primary()?;
        if self.transpose_follows() && matches!(base.kind, Kind::Call { .. }) {
            return Ok(base);
        }
        self.marks(start, base)
    }

    /// Whether `D[` follows.
    pub(super) fn bracket_derivative_follows(&self) -> bool {
        !self.scope.is_declared("D")
            && self
                .ahead(1)
                .is_some_and(|t| t.tok == Tok::Open(Bracket::Square) && !t.spaced)
    }

    /// `D[f, x]`
    pub(super) fn bracket_derivative(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let arguments = self.bracketed(Self::arguments)?;
        self.differentiated(start, arguments)
    }

    /// `D[f, x, y]`, `diff(f, x, 2)`: the operand, then variables, each perhaps with its order.
    pub(super) fn differentiated(&mut self, start: usize, arguments: Vec<Expr>) -> Parsed<Expr> {
        let mut arguments = arguments.into_iter();
        let operand = arguments.next();
        let mut by: Vec<Wrt> = Vec::new();
        for argument in arguments {
            match (&argument.kind, by.last_mut()) {
                (Kind::Number(number), Some(last))
                    if number.value >= 1.0 && number.value <= 20.0 =>
                {
                    last.order = number.value as u32;
                }
                _ => by.push(Wrt {
                    variable: argument,
                    order: 1,
                }),
            }
        }
        match operand {
            Some(operand) if !by.is_empty() => {
                Ok(self.derivative_of(start, Leibniz::Bracket, operand, by))
            }
            _ => {
                self.at = start;
                self.error(
                    "This derivative does not say by which variable.",
                    "Write D[x^2, x] or diff(x^2, x).",
                )
            }
        }
    }
}
