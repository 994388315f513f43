//! Fractions and roots.

use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok};
use super::{Builtin, Expr, Function, Kind};

impl Parser<'_> {
    /// `\frac{a}{b}`, `\frac12`.
    pub(super) fn fraction(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let above = self.deeper(Self::braced)?;
        let below = self.deeper(Self::braced)?;
        Ok(self.expr(Kind::Quotient(Box::new(above), Box::new(below)), start))
    }

    /// A group in braces, or one operand.
    pub(super) fn braced(&mut self) -> Parsed<Expr> {
        if self.next_is(&Tok::Open(Bracket::Brace)) {
            return self.bracketed(Self::expression);
        }
        self.primary()
    }

    /// `√x`, `\sqrt[3]{x}`, `sqrt(x)`, `√x²`, which is √(x²).
    pub(super) fn radical(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let word = !self.written(start, start + 1).starts_with(['√', '\\']);
        if self.next_is(&Tok::Open(Bracket::Square)) && !word {
            let index = self.bracketed(Self::expression)?;
            let radicand = self.deeper(Self::braced)?;
            return Ok(self.expr(root_call(index, radicand), start));
        }
        if word {
            self.at = start;
            return self.builtin(Builtin::Sqrt);
        }
        let argument = match self.peek_tok() {
            Some(Tok::Open(Bracket::Round | Bracket::Square | Bracket::Brace)) => {
                self.deeper(Self::braced_or_round)?
            }
            Some(_) => self.deeper(Self::factor)?,
            None => return self.no_argument(Builtin::Sqrt),
        };
        let function = Function::Builtin(Builtin::Sqrt);
        let arguments = vec![argument];
        Ok(self.expr(
            Kind::Call {
                function,
                order: 0,
                arguments,
            },
            start,
        ))
    }

    fn braced_or_round(&mut self) -> Parsed<Expr> {
        self.bracketed(Self::expression)
    }

    /// `\root n \of x`
    pub(super) fn root(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let index = self.deeper(Self::braced)?;
        if !self.accept(&Tok::Of) {
            return self.error(
                "`\\of` was expected after the index of the root.",
                "Write \\root 3 \\of {x}, or \\sqrt[3]{x}.",
            );
        }
        let radicand = self.deeper(Self::braced)?;
        Ok(self.expr(root_call(index, radicand), start))
    }
}

/// The n-th root of x: the index stands first.
pub(super) fn root_call(index: Expr, radicand: Expr) -> Kind {
    Kind::Call {
        function: Function::Builtin(Builtin::Root),
        order: 0,
        arguments: vec![index, radicand],
    }
}
