//! Forward mode: a number that carries its derivative along, by the rules of dual numbers (ε² = 0).
//!
//! Give one input the slope 1 and the others 0; every result then carries its partial derivative by that input. Give
//! the inputs the slopes v, and every result carries the Jacobian-vector product J v. One run costs as much as two
//! or three evaluations, whatever the number of outputs. Source: Griewank and Walther, *Evaluating Derivatives*
//! (2nd edition), section 3.1.
//!
//! ```
//! use pencilgrad::autodiff::Dual;
//!
//! let (x, y) = (Dual::variable(2.0), Dual::constant(5.0));
//! let f = x.ln() + x * y - y.sin();
//! assert_eq!(f.slope, 5.5); // 1/x + y
//! ```

use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A value and its slope, `value + slope ε`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dual {
    /// The number itself.
    pub value: f64,
    /// How fast it changes with whatever was given the slope 1.
    pub slope: f64,
}

impl Dual {
    /// A number with a slope.
    pub fn new(value: f64, slope: f64) -> Self {
        Self { value, slope }
    }

    /// The variable to differentiate by: slope 1.
    pub fn variable(value: f64) -> Self {
        Self::new(value, 1.0)
    }

    /// A number that does not change: slope 0.
    pub fn constant(value: f64) -> Self {
        Self::new(value, 0.0)
    }

    /// The larger of two numbers, with its slope; at a tie, that of `self`.
    pub fn max(self, other: Self) -> Self {
        if other.value > self.value {
            other
        } else {
            self
        }
    }

    /// The smaller of two numbers, with its slope; at a tie, that of `self`.
    pub fn min(self, other: Self) -> Self {
        if other.value < self.value {
            other
        } else {
            self
        }
    }

    /// The chain rule: the local derivative times the slope of what goes in.
    fn unary(self, value: f64, local: f64) -> Self {
        Self::new(value, local * self.slope)
    }
}

/// The rules: the value beside the local derivative. `x` is the input, `y` the output.
#[rustfmt::skip]
impl Dual {
    /// eˣ.
    pub fn exp(self) -> Self { let y = self.value.exp(); self.unary(y, y) }
    /// The natural logarithm.
    pub fn ln(self) -> Self { let x = self.value; self.unary(x.ln(), 1.0 / x) }
    /// ln(1 + x), exact near 0.
    pub fn ln_1p(self) -> Self { let x = self.value; self.unary(x.ln_1p(), 1.0 / (1.0 + x)) }
    /// The square root.
    pub fn sqrt(self) -> Self { let y = self.value.sqrt(); self.unary(y, 0.5 / y) }
    /// The sine.
    pub fn sin(self) -> Self { let x = self.value; self.unary(x.sin(), x.cos()) }
    /// The cosine.
    pub fn cos(self) -> Self { let x = self.value; self.unary(x.cos(), -x.sin()) }
    /// The tangent.
    pub fn tan(self) -> Self { let y = self.value.tan(); self.unary(y, 1.0 + y * y) }
    /// The inverse tangent.
    pub fn atan(self) -> Self { let x = self.value; self.unary(x.atan(), 1.0 / (1.0 + x * x)) }
    /// The hyperbolic tangent.
    pub fn tanh(self) -> Self { let y = self.value.tanh(); self.unary(y, 1.0 - y * y) }
    /// 1/x.
    pub fn recip(self) -> Self { let y = self.value.recip(); self.unary(y, -y * y) }
    /// The absolute value, with slope 0 at the kink.
    pub fn abs(self) -> Self { let x = self.value; self.unary(x.abs(), if x == 0.0 { 0.0 } else { x.signum() }) }
    /// The n-th power, n whole.
    pub fn powi(self, n: i32) -> Self { let x = self.value; self.unary(x.powi(n), if n == 0 { 0.0 } else { f64::from(n) * x.powi(n - 1) }) }
    /// The p-th power, p any constant.
    pub fn powf(self, p: f64) -> Self { let x = self.value; self.unary(x.powf(p), if p == 0.0 { 0.0 } else { p * x.powf(p - 1.0) }) }
    /// max(x, 0), with slope 0 at the kink.
    pub fn relu(self) -> Self { let x = self.value; self.unary(x.max(0.0), if x > 0.0 { 1.0 } else { 0.0 }) }
    /// 1/(1 + e⁻ˣ), finite for every x.
    pub fn sigmoid(self) -> Self {
        let e = (-self.value.abs()).exp();
        let y = if self.value >= 0.0 { 1.0 / (1.0 + e) } else { e / (1.0 + e) };
        self.unary(y, y * (1.0 - y))
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, |$a:ident, $b:ident| $value:expr, $locals:expr) => {
        impl $trait for Dual {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                let ($a, $b) = (self.value, other.value);
                let (by_a, by_b) = $locals;
                Self::new($value, by_a * self.slope + by_b * other.slope)
            }
        }
        impl $trait<f64> for Dual {
            type Output = Self;
            fn $method(self, constant: f64) -> Self {
                self.$method(Self::constant(constant))
            }
        }
        impl $trait<Dual> for f64 {
            type Output = Dual;
            fn $method(self, other: Dual) -> Dual {
                Dual::constant(self).$method(other)
            }
        }
    };
}

operator!(Add, add, |a, b| a + b, (1.0, 1.0));
operator!(Sub, sub, |a, b| a - b, (1.0, -1.0));
operator!(Mul, mul, |a, b| a * b, (b, a));
operator!(Div, div, |a, b| a / b, (1.0 / b, -a / (b * b)));

impl Neg for Dual {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.value, -self.slope)
    }
}

impl Sum for Dual {
    fn sum<I: Iterator<Item = Self>>(terms: I) -> Self {
        terms.fold(Self::constant(0.0), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Dual;
    use num_dual::{Dual64, DualNum};

    /// Every rule beside the same function of an independent library.
    #[test]
    fn every_rule_agrees_with_an_independent_library() {
        type Rule = (&'static str, fn(Dual) -> Dual, fn(Dual64) -> Dual64);
        let rules: [Rule; 16] = [
            ("exp", Dual::exp, |x| x.exp()),
            ("ln", Dual::ln, |x| x.ln()),
            ("ln_1p", Dual::ln_1p, |x| x.ln_1p()),
            ("sqrt", Dual::sqrt, |x| x.sqrt()),
            ("sin", Dual::sin, |x| x.sin()),
            ("cos", Dual::cos, |x| x.cos()),
            ("tan", Dual::tan, |x| x.tan()),
            ("atan", Dual::atan, |x| x.atan()),
            ("tanh", Dual::tanh, |x| x.tanh()),
            ("recip", Dual::recip, |x| x.recip()),
            ("powi", |x| x.powi(-3), |x| x.powi(-3)),
            ("powf", |x| x.powf(2.5), |x| x.powf(2.5)),
            ("sigmoid", Dual::sigmoid, |x| ((-x).exp() + 1.0).recip()),
            ("product", |x| x * x.sin(), |x| x * x.sin()),
            ("quotient", |x| x.sin() / x, |x| x.sin() / x),
            (
                "constants",
                |x| 2.0 - 3.0 / (x + 1.0) * 0.5,
                |x| -((x + 1.0).recip() * 3.0 * 0.5) + 2.0,
            ),
        ];
        for (name, ours, theirs) in rules {
            for at in [0.25, 1.0, 2.75] {
                let (a, b) = (
                    ours(Dual::variable(at)),
                    theirs(Dual64::from_re(at).derivative()),
                );
                approx::assert_relative_eq!(a.value, b.re, max_relative = 1e-14);
                approx::assert_relative_eq!(a.slope, b.eps, max_relative = 1e-13);
                assert!(a.slope.is_finite(), "{name} at {at}");
            }
        }
    }

    #[test]
    fn branches_carry_the_slope_of_the_side_that_won() {
        let x = Dual::variable(-2.0);
        assert_eq!(x.abs(), Dual::new(2.0, -1.0));
        assert_eq!(x.relu(), Dual::new(0.0, 0.0));
        assert_eq!(x.max(Dual::constant(1.0)), Dual::constant(1.0));
        assert_eq!(x.min(Dual::constant(1.0)), x);
    }
}
