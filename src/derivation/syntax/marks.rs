//! What follows an operand: exponents, transposes, primes, indices, factorials.

use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok};
use super::{Expr, Kind, Number, Sign};

/// How many marks one operand may carry.
const MOST_MARKS: usize = 12;

/// What an exponent turned out to be.
enum Exponent {
    Transpose,
    InverseTranspose,
    Power(Expr),
}

impl Parser<'_> {
    /// An operand with everything that is attached to it.
    pub(super) fn factor(&mut self) -> Parsed<Expr> {
        let start = self.at;
        let base = self.deeper(Self::primary)?;
        self.marks(start, base)
    }

    /// The marks after `base`.
    pub(super) fn marks(&mut self, start: usize, mut base: Expr) -> Parsed<Expr> {
        for _ in 0..MOST_MARKS {
            base = match self.peek_tok() {
                Some(Tok::Primes(_) | Tok::Caret) if self.primes_ahead().0 > 0 => {
                    let order = self.primes();
                    self.primed(start, base, order)
                }
                Some(Tok::Caret) => self.raised(start, base)?,
                Some(Tok::Transposed) => {
                    self.at += 1;
                    self.expr(Kind::Transpose(Box::new(base)), start)
                }
                Some(Tok::Bang) => {
                    self.at += 1;
                    self.expr(Kind::Factorial(Box::new(base)), start)
                }
                Some(Tok::Underscore) if self.values_follow() => {
                    self.at += 1;
                    let values = self.bracketed(Self::values)?;
                    self.expr(Kind::At(Box::new(base), values), start)
                }
                Some(Tok::Underscore) => {
                    self.at += 1;
                    let indices = self.indices()?;
                    self.expr(Kind::Entry(Box::new(base), indices), start)
                }
                _ => return Ok(base),
            };
        }
        self.error(
            "Too many exponents, primes and indices are attached to this.",
            "Put brackets around what belongs together.",
        )
    }

    fn primed(&self, start: usize, operand: Expr, order: u32) -> Expr {
        let operand = Box::new(operand);
        self.expr(Kind::Prime { operand, order }, start)
    }

    /// Whether `_{x=3}` follows: the value of what stands before it, as after a bracket `[…]_{x=3}`.
    fn values_follow(&self) -> bool {
        self.ahead(1)
            .is_some_and(|t| t.tok == Tok::Open(Bracket::Brace))
            && self.compares_inside(self.at + 1)
    }

    /// How many primes follow, and how many tokens they take: `'`, `''`, `^\prime`, `^{\prime\prime}`.
    pub(super) fn primes_ahead(&self) -> (u32, usize) {
        let count = |distance| match self.ahead(distance).map(|token| &token.tok) {
            Some(Tok::Primes(count)) => Some(*count),
            _ => None,
        };
        let braced = self
            .ahead(1)
            .is_some_and(|t| t.tok == Tok::Open(Bracket::Brace));
        let from = match self.peek_tok() {
            Some(Tok::Primes(_)) => 0,
            Some(Tok::Caret) => 1 + usize::from(braced),
            _ => return (0, 0),
        };
        let (mut order, mut end) = (0, from);
        while let Some(more) = count(end) {
            order += more;
            end += 1;
        }
        let closed = !braced
            || from == 0
            || self
                .ahead(end)
                .is_some_and(|t| t.tok == Tok::Close(Bracket::Brace));
        if order == 0 || !closed {
            return (0, 0);
        }
        (order, end + usize::from(braced && from > 0))
    }

    /// Takes the primes that follow and counts them.
    pub(super) fn primes(&mut self) -> u32 {
        let (order, taken) = self.primes_ahead();
        self.at += taken;
        order
    }

    fn raised(&mut self, start: usize, base: Expr) -> Parsed<Expr> {
        self.at += 1;
        let base = Box::new(base);
        Ok(match self.exponent()? {
            Exponent::Transpose => self.expr(Kind::Transpose(base), start),
            Exponent::InverseTranspose => {
                let one = Expr::new(Kind::Number(Number::whole(1)), self.since(self.at - 1));
                let minus = Expr::from(Kind::Signed(Sign::Minus, Box::new(one)));
                let inverse = self.power(start, *base, minus);
                self.expr(Kind::Transpose(Box::new(inverse)), start)
            }
            Exponent::Power(exponent) => self.power(start, *base, exponent),
        })
    }

    fn power(&self, start: usize, base: Expr, exponent: Expr) -> Expr {
        let kind = Kind::Power {
            base: Box::new(base),
            exponent: Box::new(exponent),
            on_function: false,
        };
        self.expr(kind, start)
    }

    /// What stands after `^`.
    fn exponent(&mut self) -> Parsed<Exponent> {
        let braced = self.next_is(&Tok::Open(Bracket::Brace));
        let close = self.line.partner.get(self.at).copied().unwrap_or(0);
        let (from, to) = if braced {
            (self.at + 1, close)
        } else {
            (self.at, (self.at + 1).min(self.end))
        };
        let inside: Vec<&Tok> = self.line.tokens[from..to.max(from)]
            .iter()
            .map(|t| &t.tok)
            .collect();
        let special = match inside.as_slice() {
            [tok] if self.is_transpose(tok) => Some(Exponent::Transpose),
            [Tok::Sign(Sign::Minus), tok] if self.is_transpose(tok) => {
                Some(Exponent::InverseTranspose)
            }
            _ => None,
        };
        if let Some(special) = special {
            self.at = if braced { close + 1 } else { to };
            return Ok(special);
        }
        self.deeper(Self::plain_exponent).map(Exponent::Power)
    }

    /// Whether `ᵀ`, `^T` or `^{\top}` follows.
    pub(super) fn transpose_follows(&self) -> bool {
        let tok = |distance| self.ahead(distance).map(|token| &token.tok);
        match (tok(0), tok(1), tok(2)) {
            (Some(Tok::Transposed), ..) => true,
            (Some(Tok::Caret), Some(Tok::Open(Bracket::Brace)), Some(inner)) => {
                self.is_transpose(inner)
            }
            (Some(Tok::Caret), Some(tok), _) => self.is_transpose(tok),
            _ => false,
        }
    }

    fn is_transpose(&self, tok: &Tok) -> bool {
        match tok {
            Tok::Transposed => true,
            Tok::Name(symbol) => symbol == "T" && !self.scope.is_value("T"),
            _ => false,
        }
    }

    /// A sign and one operand, which may have an exponent of its own: `x^y^z` is x^(y^z).
    pub(super) fn plain_exponent(&mut self) -> Parsed<Expr> {
        self.signed(|parser| {
            let start = parser.at;
            let before = std::mem::replace(&mut parser.in_exponent, true);
            let base = parser.primary();
            parser.in_exponent = before;
            let base = base?;
            if parser.accept(&Tok::Caret) {
                let exponent = parser.deeper(Self::plain_exponent)?;
                return Ok(parser.power(start, base, exponent));
            }
            Ok(base)
        })
    }

    /// A function's exponent, written before its argument: `sin^2 x`, `sin^{-1}(x)`.
    pub(super) fn function_exponent(&mut self) -> Parsed<Option<Expr>> {
        if !self.accept(&Tok::Caret) {
            return Ok(None);
        }
        self.deeper(Self::plain_exponent).map(Some)
    }
}

impl Number {
    /// A whole number.
    pub fn whole(value: u32) -> Self {
        Self {
            value: f64::from(value),
            text: value.to_string(),
        }
    }
}

/// Whether an expression is the number −1, as in `sin^{-1}`.
pub(super) fn is_minus_one(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Signed(Sign::Minus, inner) => {
            matches!(&inner.kind, Kind::Number(number) if number.value == 1.0)
        }
        _ => false,
    }
}
