//! Operands: numbers, names, groups, roots, fractions, matrices.

use super::parser::{Parsed, Parser};
use super::roots::root_call;
use super::token::{Special, Tok};
use super::{Constant, Expr, Kind, Norm, Number, chars};

impl Parser<'_> {
    /// One operand without what follows it.
    pub(super) fn primary(&mut self) -> Parsed<Expr> {
        let start = self.at;
        let Some(token) = self.peek() else {
            let shown = self.shown();
            return self.error(
                format!("Something to compute with was expected here, not {shown}."),
                "A number, a name, a function or a bracket can stand here.",
            );
        };
        match &token.tok {
            Tok::Number(digits) => {
                self.at += 1;
                if digits == "1" && self.condition_follows() {
                    return self.indicator(start);
                }
                Ok(self.expr(number(digits), start))
            }
            Tok::Name(symbol) => self.named(symbol),
            Tok::Constant(constant) => self.constant_sign(constant.clone()),
            Tok::Func(builtin) => self.builtin(*builtin),
            Tok::Special(special) => self.special(*special),
            Tok::Blank => {
                self.at += 1;
                Ok(self.expr(Kind::Blank, start))
            }
            Tok::Open(_) | Tok::Frac if self.derivative_follows(0) => self.derivative(),
            Tok::Open(bracket) => self.group(*bracket),
            Tok::Partial => self.partial(),
            Tok::Nabla => self.nabla(),
            Tok::Big(product) => self.big(*product),
            Tok::Lim => self.limit(),
            Tok::Radical => self.radical(),
            Tok::Frac => self.fraction(),
            Tok::Root => self.root(),
            Tok::Begin(environment) => self.environment(*environment),
            _ => self.unexpected(),
        }
    }

    fn unexpected<T>(&self) -> Parsed<T> {
        let shown = self.shown();
        let help = match self.peek_tok() {
            Some(Tok::Mul(_) | Tok::Slash) => "An operator needs something before it and after it.",
            Some(Tok::Caret) => "An exponent needs something before it: x^2.",
            Some(Tok::Compare(_) | Tok::Approx) => {
                "An equals sign needs an expression before it and after it."
            }
            Some(Tok::Primes(_)) => "A prime needs something before it: f'(x), y'.",
            Some(Tok::If | Tok::Otherwise) => "Cases are written { x if x > 0; 0 otherwise }.",
            Some(Tok::Underscore) => {
                "An index needs a name before it: x_1. A blank is written ___."
            }
            _ => "A number, a name, a function or a bracket can stand here.",
        };
        self.error(
            format!("Something to compute with was expected here, not {shown}."),
            help,
        )
    }

    fn constant_sign(&mut self, constant: Constant) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let constant = match constant {
            Constant::Ones(_) if self.condition_follows() => {
                return self.indicator(start);
            }
            Constant::Ones(_) => Constant::Ones(self.size()?),
            other => other,
        };
        Ok(self.expr(Kind::Constant(constant), start))
    }

    fn special(&mut self, special: Special) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        if !matches!(self.peek_tok(), Some(Tok::Open(_))) {
            let name = self.written(start, start + 1);
            return self.error(
                format!("`{name}` needs its arguments in brackets."),
                format!("Write {name}(…)."),
            );
        }
        let mut arguments = self.bracketed(Self::arguments)?;
        let count = if matches!(special, Special::NthRoot) {
            2
        } else {
            1
        };
        if special == Special::Differentiate {
            return self.differentiated(start, arguments);
        }
        if arguments.len() != count {
            self.at = start;
            let name = self.written(start, start + 1);
            return self.error(
                format!(
                    "`{name}` takes {count} argument(s), not {}.",
                    arguments.len()
                ),
                "",
            );
        }
        let first = Box::new(arguments.remove(0));
        let kind = match special {
            Special::Abs => Kind::Abs(first),
            Special::Norm => Kind::Norm(Norm::Two, first),
            Special::Transpose => Kind::Transpose(first),
            Special::Factorial => Kind::Factorial(first),
            Special::NthRoot | Special::Differentiate => root_call(arguments.remove(0), *first),
        };
        Ok(self.expr(kind, start))
    }
}

/// A number; `½` is the quotient 1/2.
fn number(digits: &str) -> Kind {
    let whole = |value| Box::new(Expr::from(Kind::Number(Number::whole(value))));
    match digits.chars().next().and_then(chars::fraction) {
        Some((above, below)) => Kind::Quotient(whole(above), whole(below)),
        None => Kind::Number(Number {
            value: digits.parse().unwrap_or(f64::NAN),
            text: digits.to_owned(),
        }),
    }
}
