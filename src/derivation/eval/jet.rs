//! Numbers with derivatives: truncated polynomials in one nilpotent variable for each derivative under way.
//!
//! d/dx of an expression evaluates it at x + ε with εᵐ⁺¹ = 0 and reads off the coefficient of εᵐ. A derivative inside
//! a derivative brings an ε of its own, so the two can never be confused: this is the nested dual number, kept as
//! one dense block of coefficients.

use super::real::{Precision, Real};
use super::series::{Series, Unary, power_with, taylor};
use smallvec::SmallVec;

/// The ε's under way, outermost first, each with the order it is needed to.
#[derive(Debug, Clone)]
pub(crate) struct Algebra {
    orders: SmallVec<[usize; 4]>,
    /// `sizes[k]` coefficients describe a number in the first k ε's.
    sizes: SmallVec<[usize; 4]>,
}

impl Algebra {
    /// More coefficients than this are not worth a learner's second.
    const LARGEST: usize = 36;

    pub(crate) fn new() -> Self {
        Self {
            orders: SmallVec::new(),
            sizes: SmallVec::from_slice(&[1]),
        }
    }

    /// How many ε's there are.
    pub(crate) fn depth(&self) -> usize {
        self.orders.len()
    }

    /// Adds an ε of an order; `None` when the numbers would become too long.
    pub(crate) fn push(&mut self, order: usize) -> Option<()> {
        let size = self.sizes[self.depth()].checked_mul(order + 1)?;
        (size <= Self::LARGEST).then(|| {
            self.orders.push(order);
            self.sizes.push(size);
        })
    }

    /// Takes the last ε away.
    pub(crate) fn pop(&mut self) {
        self.orders.pop();
        self.sizes.pop();
    }

    /// How many coefficients a number in all ε's has.
    pub(crate) fn size(&self) -> usize {
        self.sizes[self.depth()]
    }

    /// The number of ε's that a number of this many coefficients uses.
    fn level(&self, length: usize) -> usize {
        let level = self.sizes.iter().position(|&size| size >= length);
        level.unwrap_or(self.depth())
    }

    /// The largest total degree of all.
    pub(crate) fn total_degree(&self) -> usize {
        self.degree(self.depth())
    }

    /// The largest total degree at a level.
    fn degree(&self, level: usize) -> usize {
        self.orders[..level].iter().sum()
    }
}

/// A number with derivatives.
#[derive(Debug, Clone)]
pub(crate) struct Jet<P>(SmallVec<[Real<P>; 2]>);

impl<P: Precision> Jet<P> {
    /// A number that does not depend on any ε.
    pub(crate) fn constant(value: Real<P>) -> Self {
        Self(SmallVec::from_slice(&[value]))
    }

    pub(crate) fn exact(value: f64) -> Self {
        Self::constant(Real::exact(value))
    }

    pub(crate) fn zero() -> Self {
        Self::exact(0.0)
    }

    /// The value without derivatives.
    pub(crate) fn real(&self) -> Real<P> {
        self.0[0]
    }

    /// Whether it depends on no ε at all.
    pub(crate) fn is_constant(&self) -> bool {
        self.0[1..].iter().all(|c| c.is_exact_zero())
    }

    /// Whether it is 0 and nothing was rounded.
    pub(crate) fn is_exact_zero(&self) -> bool {
        self.0.iter().all(|c| c.is_exact_zero())
    }

    pub(crate) fn is_finite(&self) -> bool {
        self.0.iter().all(|c| c.is_finite())
    }

    /// This number plus the newest ε of `algebra`.
    pub(crate) fn plus_epsilon(&self, algebra: &Algebra) -> Self {
        let block = algebra.sizes[algebra.depth() - 1];
        let mut coefficients = self.0.clone();
        coefficients.resize(2 * block, Real::zero());
        coefficients[block] = Real::one();
        let mut jet = Self(coefficients);
        jet.0.resize(algebra.size(), Real::zero());
        jet
    }

    /// m! times the coefficient of the newest ε to the power m: the m-th derivative.
    pub(crate) fn derivative(&self, order: usize, algebra: &Algebra) -> Self {
        let block = algebra.sizes[algebra.depth() - 1];
        let factorial: f64 = (1..=order).map(|k| k as f64).product();
        if order == 0 {
            return Self(self.0.iter().take(block).copied().collect());
        }
        let start = order * block;
        if self.0.len() < start + block {
            return Self::zero();
        }
        let part = self.0[start..start + block].iter();
        Self(part.map(|&c| c * Real::exact(factorial)).collect())
    }

    pub(crate) fn add(&self, other: &Self) -> Self {
        let (long, short) = if self.0.len() >= other.0.len() {
            (self, other)
        } else {
            (other, self)
        };
        let mut sum = long.clone();
        for (a, &b) in sum.0.iter_mut().zip(&short.0) {
            *a += b;
        }
        sum
    }

    /// The largest coefficient, without its sign.
    pub(crate) fn largest(&self) -> f64 {
        self.0.iter().map(|c| c.size()).fold(0.0, f64::max)
    }

    /// The same number, known only up to a further error.
    pub(crate) fn with_added_error(&self, error: f64) -> Self {
        Self(self.0.iter().map(|c| c.with_added_error(error)).collect())
    }

    pub(crate) fn neg(&self) -> Self {
        Self(self.0.iter().map(|&c| -c).collect())
    }

    pub(crate) fn sub(&self, other: &Self) -> Self {
        self.add(&other.neg())
    }

    pub(crate) fn mul(&self, other: &Self, algebra: &Algebra) -> Self {
        match (self.0.as_slice(), other.0.as_slice()) {
            ([a], rest) | (rest, [a]) => Self(rest.iter().map(|&b| *a * b).collect()),
            // product rule
            ([a, da], [b, db]) => Self(SmallVec::from_slice(&[*a * *b, *a * *db + *da * *b])),
            (a, b) => {
                let length = a.len().max(b.len());
                let mut out = SmallVec::from_elem(Real::zero(), length);
                multiply_add(a, b, &mut out, algebra.level(length), algebra);
                Self(out)
            }
        }
    }

    /// `None` when the divisor is 0.
    pub(crate) fn div(&self, other: &Self, algebra: &Algebra) -> Option<Self> {
        if other.0.len() > 1 {
            return Some(self.mul(&other.reciprocal(algebra)?, algebra));
        }
        let divisor = other.real();
        let quotient = || Self(self.0.iter().map(|&c| c / divisor).collect());
        (divisor.size() != 0.0).then(quotient)
    }

    fn reciprocal(&self, algebra: &Algebra) -> Option<Self> {
        let r = self.real();
        if r.size() == 0.0 {
            return None;
        }
        Some(self.compose(algebra, |degree| {
            power_with(
                &[r, Real::one()],
                |i, k| Real::exact(-(i as f64) - (k - i) as f64),
                Real::one() / r,
                degree,
            )
        }))
    }

    /// f applied: chain rule to every order at once.
    pub(crate) fn apply(&self, function: Unary, algebra: &Algebra) -> Option<Self> {
        let degree = self.degree(algebra);
        let series = taylor(function, self.real(), degree)?;
        Some(self.substitute(&series, algebra))
    }

    /// The largest total degree in its ε's; 0 for a constant.
    fn degree(&self, algebra: &Algebra) -> usize {
        if self.0.len() == 1 || self.is_constant() {
            return 0;
        }
        algebra.degree(algebra.level(self.0.len()))
    }

    fn compose(&self, algebra: &Algebra, series: impl Fn(usize) -> Series<P>) -> Self {
        self.substitute(&series(self.degree(algebra)), algebra)
    }

    /// Σ cₖ nᵏ, where n is the nilpotent part of this number (Horner).
    pub(crate) fn substitute(&self, series: &[Real<P>], algebra: &Algebra) -> Self {
        let Some((&last, rest)) = series.split_last() else {
            return Self::zero();
        };
        if rest.is_empty() {
            return Self::constant(last);
        }
        let mut nilpotent = self.clone();
        nilpotent.0[0] = Real::zero();
        let mut value = Self::constant(last);
        for &coefficient in rest.iter().rev() {
            value = value.mul(&nilpotent, algebra);
            value.0[0] += coefficient;
        }
        value
    }

    /// The n-th power for a whole n ≥ 0, by squaring: also at 0 and below.
    pub(crate) fn power_of_integer(&self, exponent: u32, algebra: &Algebra) -> Self {
        let (mut result, mut square, mut rest) = (Self::exact(1.0), self.clone(), exponent);
        while rest > 0 {
            if rest & 1 == 1 {
                result = result.mul(&square, algebra);
            }
            rest >>= 1;
            if rest > 0 {
                square = square.mul(&square, algebra);
            }
        }
        result
    }

    /// The Taylor series of r ↦ r^exponent for r > 0, substituted.
    pub(crate) fn power_of_constant(
        &self,
        exponent: Real<P>,
        value: Real<P>,
        algebra: &Algebra,
    ) -> Self {
        let r = self.real();
        self.compose(algebra, |degree| {
            let factors =
                |i: usize, k: usize| exponent * Real::exact(i as f64) - Real::exact((k - i) as f64);
            power_with(&[r, Real::one()], factors, value, degree)
        })
    }
}

/// out += a·b, block by block of the newest ε of the level.
fn multiply_add<P: Precision>(
    a: &[Real<P>],
    b: &[Real<P>],
    out: &mut [Real<P>],
    level: usize,
    algebra: &Algebra,
) {
    if let ([a], _) = (a, b) {
        return out.iter_mut().zip(b).for_each(|(o, &b)| *o += *a * b);
    }
    if let [b] = b {
        return out.iter_mut().zip(a).for_each(|(o, &a)| *o += a * *b);
    }
    let block = algebra.sizes[level - 1];
    for (i, a) in a.chunks(block).enumerate() {
        if a.iter().all(|c| c.is_exact_zero()) {
            continue;
        }
        for (j, b) in b.chunks(block).enumerate() {
            let start = (i + j) * block;
            if start >= out.len() {
                break;
            }
            let end = (start + block).min(out.len());
            multiply_add(a, b, &mut out[start..end], level - 1, algebra);
        }
    }
}
