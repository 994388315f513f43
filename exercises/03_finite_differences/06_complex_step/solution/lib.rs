//! The complex step.
//!
//! The series of f at x, with ih for the step, and i² = −1, i³ = −i:
//!
//! ```text
//! f(x + ih) = f + ih f′ − h²/2 f″ − ih³/6 f‴ + …
//! ```
//!
//! The real part holds f and the even terms, the imaginary part the odd ones. Divide the imaginary part by h:
//!
//! ```text
//! f′ − h²/6 f‴ + …
//! ```
//!
//! the same truncation error as a central difference, h² f‴/6, but no subtraction of neighbours. With h = 10⁻²⁰
//! the second term is 10⁻⁴⁰ of the first, and what remains is the rounding of f itself.
//!
//! The product: (a + bi)(c + di) = ac + adi + bci + bd i², and i² = −1. exp(a + bi) = eᵃ eᵇⁱ, a length times a point
//! of the unit circle. The sine by its addition theorem.
//!
//! To discuss: |x| is out of reach because √(re² + im²) is not a series in re + im i; it throws the imaginary part
//! away. Which other everyday functions do that (think of max, and of comparing)? With h so small that h² is
//! nothing, i² = −1 never matters any more. What if i² were 0? That is lesson 8.

use std::ops::{Add, Mul};

/// The complex number `re + im i`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

impl Add for Complex {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            re: self.re + other.re,
            im: self.im + other.im,
        }
    }
}

impl Mul for Complex {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self {
            re: self.re * other.re - self.im * other.im,
            im: self.re * other.im + self.im * other.re,
        }
    }
}

impl Complex {
    /// e to this number.
    pub fn exp(self) -> Self {
        Self {
            re: self.re.exp() * self.im.cos(),
            im: self.re.exp() * self.im.sin(),
        }
    }

    /// The sine.
    pub fn sin(self) -> Self {
        Self {
            re: self.re.sin() * self.im.cosh(),
            im: self.re.cos() * self.im.sinh(),
        }
    }

    /// The size, a real number.
    pub fn abs(self) -> Self {
        Self {
            re: self.re.hypot(self.im),
            im: 0.0,
        }
    }
}

/// The derivative of `f` at `x`: the imaginary part of f(x + ih), over h.
pub fn complex_step(f: impl Fn(Complex) -> Complex, x: f64, h: f64) -> f64 {
    f(Complex { re: x, im: h }).im / h
}
