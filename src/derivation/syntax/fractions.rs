//! Finding a derivative that is written as a fraction: `d/dx`, `d²y/dx²`, `\frac{∂f}{∂x}`, `{dy \over dx}`.

use super::parser::Parser;
use super::token::{Bracket, Tok};

/// Where the parts of such a fraction stand, as places of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fraction {
    pub(super) partial: bool,
    /// The order written above the line: the 2 of `d²`.
    pub(super) order: u32,
    /// What is differentiated; an empty range for an operator.
    pub(super) above: (usize, usize),
    /// The first token below the line.
    pub(super) below: usize,
    /// Where the part below ends, if a bracket says so, and the first token after the whole.
    pub(super) close: Option<(usize, usize)>,
}

/// How many tokens an operand above the line may have; a bracket counts as one.
const LONGEST_ABOVE: usize = 24;

impl Parser<'_> {
    fn tok(&self, place: usize, end: usize) -> Option<&Tok> {
        (place < end).then(|| &self.line.tokens[place].tok)
    }

    fn is_d(&self, place: usize, end: usize) -> Option<bool> {
        match self.tok(place, end)? {
            Tok::Partial => Some(true),
            Tok::Name(symbol) if symbol == "d" => Some(false),
            Tok::Name(symbol) if symbol == "δ" && !self.scope.is_declared("δ") => Some(true),
            _ => None,
        }
    }

    /// Whether a derivative begins `distance` tokens ahead.
    pub(super) fn derivative_follows(&self, distance: usize) -> bool {
        self.fraction_at(self.at + distance).is_some()
    }

    /// The fraction at this place, if one stands there.
    pub(super) fn fraction_at(&self, place: usize) -> Option<Fraction> {
        match self.tok(place, self.end)? {
            Tok::Frac => self.latex_fraction(place),
            Tok::Open(Bracket::Brace) => self.braced_fraction(place),
            _ => self.plain_fraction(place),
        }
    }

    /// `{d \over dx}`, and an operator with braces around it, `{\frac{d}{dx}}`.
    fn braced_fraction(&self, place: usize) -> Option<Fraction> {
        let close = self.line.partner[place];
        if let Some(&over) = self.line.over.get(&place) {
            return self.two_parts((place + 1, over), (over + 1, close), close + 1);
        }
        if self.tok(place + 1, close)? != &Tok::Frac {
            return None;
        }
        let fraction = self.latex_fraction(place + 1)?;
        let (end, after) = fraction.close?;
        let operator = fraction.above.0 == fraction.above.1 && after == close;
        operator.then_some(Fraction {
            close: Some((end, close + 1)),
            ..fraction
        })
    }

    /// A range without the braces that hold all of it.
    fn unbraced(&self, (from, to): (usize, usize)) -> (usize, usize) {
        let braced = self.tok(from, to) == Some(&Tok::Open(Bracket::Brace))
            && self.line.partner[from] + 1 == to;
        if braced {
            (from + 1, to - 1)
        } else {
            (from, to)
        }
    }

    fn latex_fraction(&self, place: usize) -> Option<Fraction> {
        let (above, next) = self.argument(place + 1)?;
        let (below, next) = self.argument(next)?;
        self.two_parts(above, below, next)
    }

    /// The range of a LaTeX argument: the inside of a group, or one token; and the place after it.
    fn argument(&self, place: usize) -> Option<((usize, usize), usize)> {
        match self.tok(place, self.end)? {
            Tok::Open(Bracket::Brace) => {
                let close = self.line.partner[place];
                Some(((place + 1, close), close + 1))
            }
            _ => Some(((place, place + 1), place + 1)),
        }
    }

    fn two_parts(
        &self,
        above: (usize, usize),
        below: (usize, usize),
        after: usize,
    ) -> Option<Fraction> {
        let (above, below) = (self.unbraced(above), self.unbraced(below));
        let partial = self.is_d(above.0, above.1)?;
        self.is_d(below.0, below.1)?;
        let (order, start) = self.order_at(above.0 + 1, above.1);
        matches!(self.tok(below.0 + 1, below.1)?, Tok::Name(_) | Tok::Open(_)).then_some(Fraction {
            partial,
            order,
            above: (start, above.1),
            below: below.0,
            close: Some((below.1, after)),
        })
    }

    /// An order such as `^2` or `^{2}`, and the place after it; 1 where none is written.
    fn order_at(&self, place: usize, end: usize) -> (u32, usize) {
        if self.tok(place, end) != Some(&Tok::Caret) {
            return (1, place);
        }
        let braced = self.tok(place + 1, end) == Some(&Tok::Open(Bracket::Brace));
        let at = place + 1 + usize::from(braced);
        match self.tok(at, end) {
            Some(Tok::Number(digits)) if !braced || self.line.partner[place + 1] == at + 1 => {
                let order = digits.parse().unwrap_or(1);
                (order, at + 1 + usize::from(braced))
            }
            _ => (1, place),
        }
    }

    fn plain_fraction(&self, place: usize) -> Option<Fraction> {
        let partial = self.is_d(place, self.end)?;
        let (order, start) = self.order_at(place + 1, self.end);
        let slash = self.slash_after(start)?;
        let below = self.below_the_slash(slash + 1)?;
        let (below, close) = below;
        Some(Fraction {
            partial,
            order,
            above: (start, slash),
            below,
            close,
        })
    }

    /// The slash after an operand of a few tokens without signs.
    fn slash_after(&self, start: usize) -> Option<usize> {
        let mut place = start;
        for _ in 0..LONGEST_ABOVE {
            match self.tok(place, self.end)? {
                Tok::Slash => return Some(place),
                Tok::Name(_)
                | Tok::Number(_)
                | Tok::Caret
                | Tok::Underscore
                | Tok::Primes(_)
                | Tok::Func(_)
                | Tok::Transposed
                | Tok::Constant(_)
                | Tok::Radical
                | Tok::Open(_) => {}
                _ => return None,
            }
            place = self.line.partner[place].max(place) + 1;
        }
        None
    }

    /// Where the variables begin: `dx` after the slash, or the inside of `(∂x ∂y)`.
    #[allow(clippy::type_complexity)]
    fn below_the_slash(&self, place: usize) -> Option<(usize, Option<(usize, usize)>)> {
        if matches!(
            self.tok(place, self.end)?,
            Tok::Open(Bracket::Round | Bracket::Brace)
        ) {
            let close = self.line.partner[place];
            self.is_d(place + 1, close)?;
            matches!(self.tok(place + 2, close)?, Tok::Name(_)).then_some(())?;
            return Some((place + 1, Some((close, close + 1))));
        }
        self.is_d(place, self.end)?;
        match self.tok(place + 1, self.end)? {
            Tok::Name(_) => Some((place, None)),
            Tok::Open(Bracket::Round) if !self.line.tokens[place + 1].spaced => Some((place, None)),
            _ => None,
        }
    }
}
