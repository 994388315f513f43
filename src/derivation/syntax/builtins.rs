//! Built-in functions: primes, exponent, base, arity.

use super::choices::Doubt;
use super::marks::is_minus_one;
use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok};
use super::{Arity, Builtin, Expr, Function, Kind, Name};

impl Parser<'_> {
    /// A built-in function: its primes, its exponent, its base, its arguments.
    pub(super) fn builtin(&mut self, builtin: Builtin) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let (mut order, mut exponent) = (0, None);
        let (builtin, mut base) = self.numbered(builtin);
        loop {
            match self.peek_tok() {
                Some(Tok::Primes(_) | Tok::Caret) if self.primes_ahead().0 > 0 => {
                    order += self.primes()
                }
                Some(Tok::Caret) if exponent.is_none() => exponent = self.function_exponent()?,
                Some(Tok::Underscore) if base.is_none() => {
                    self.at += 1;
                    base = Some(self.deeper(Self::subscript_base)?);
                }
                _ => break,
            }
        }
        let arguments = self.builtin_arguments(start, builtin)?;
        let (builtin, arguments) = self.with_base(start, builtin, base, arguments)?;
        self.check_arity(start, builtin, arguments.len())?;
        let (builtin, exponent) = match (exponent, builtin.inverse()) {
            (Some(exponent), Some(inverse)) if is_minus_one(&exponent) && order == 0 => {
                (inverse, None)
            }
            (exponent, _) => (builtin, exponent),
        };
        let function = Function::Builtin(builtin);
        let call = Kind::Call {
            function,
            order,
            arguments,
        };
        Ok(self.raised_call(start, call, exponent))
    }

    /// `log10(x)`, `log2(x)` and `atan2(y, x)`: digits that belong to the function's name.
    fn numbered(&mut self, builtin: Builtin) -> (Builtin, Option<Expr>) {
        let opens = self
            .ahead(1)
            .is_some_and(|t| t.tok == Tok::Open(Bracket::Round));
        let digits = match self.peek().filter(|t| !t.spaced && opens).map(|t| &t.tok) {
            Some(Tok::Number(digits)) => digits.as_str(),
            _ => return (builtin, None),
        };
        let (numbered, base) = match (builtin, digits) {
            (Builtin::Log, "10") => (Builtin::Log10, None),
            (Builtin::Log, "2") => (Builtin::Log, Some(Kind::Number(super::Number::whole(2)))),
            (Builtin::Arctan, "2") => (Builtin::Atan2, None),
            _ => return (builtin, None),
        };
        let start = self.at;
        self.at += 1;
        (numbered, base.map(|base| self.expr(base, start)))
    }

    fn subscript_base(&mut self) -> Parsed<Expr> {
        if self.next_is(&Tok::Open(Bracket::Brace)) {
            return self.bracketed(Self::expression);
        }
        let start = self.at;
        match self.peek_tok() {
            Some(Tok::Name(symbol)) => {
                let kind = match self.constant(symbol)? {
                    Some(constant) => Kind::Constant(constant),
                    None => {
                        self.at += 1;
                        Kind::Name(Name::new(symbol))
                    }
                };
                Ok(self.expr(kind, start))
            }
            _ => self.primary(),
        }
    }

    /// `log_2 x` is the logarithm to base 2; a bare `log` is natural, or to base 10 in the other reading.
    fn with_base(
        &mut self,
        start: usize,
        builtin: Builtin,
        base: Option<Expr>,
        mut arguments: Vec<Expr>,
    ) -> Parsed<(Builtin, Vec<Expr>)> {
        match (builtin, base) {
            (Builtin::Log, Some(base)) => {
                arguments.insert(0, base);
                Ok((Builtin::LogBase, arguments))
            }
            (Builtin::Log, None) => {
                let span = self.line.tokens[start].span;
                let first = "`log` is read as the natural logarithm.".to_owned();
                let other = "`log` is read as the logarithm to base 10.".to_owned();
                let ten = self.choose(Doubt::Logarithm, start, span, first, other);
                Ok((if ten { Builtin::Log10 } else { Builtin::Log }, arguments))
            }
            (_, None) => Ok((builtin, arguments)),
            (_, Some(_)) => {
                self.at = start + 1;
                self.error(
                    format!("`{}` has no index here.", builtin.name()),
                    "An entry of a result is written softmax(z)_i; only log takes a base, log_2(x).",
                )
            }
        }
    }

    fn check_arity(&mut self, start: usize, builtin: Builtin, count: usize) -> Parsed<()> {
        if builtin.arity().admits(count) {
            return Ok(());
        }
        let wanted = match builtin.arity() {
            Arity::Exactly(1) => "one argument".to_owned(),
            Arity::Exactly(number) => format!("{number} arguments"),
            Arity::AtLeast(_) => "at least one argument".to_owned(),
        };
        self.at = start;
        self.error(
            format!("`{}` takes {wanted}, not {count}.", builtin.name()),
            "Arguments are separated by commas.",
        )
    }

    /// Whether `σ` is followed by something that makes it a function.
    pub(super) fn sigmoid_follows(&self) -> bool {
        let mut distance = 1;
        while matches!(self.ahead(distance).map(|t| &t.tok), Some(Tok::Primes(_))) {
            distance += 1;
        }
        self.ahead(distance)
            .is_some_and(|t| t.tok == Tok::Open(Bracket::Round))
    }
}
