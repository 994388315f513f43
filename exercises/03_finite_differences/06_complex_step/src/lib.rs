//! Derivatives without subtraction: nudge in the imaginary direction.
//!
//! A complex number is a pair a + bi with one rule more than usual: i times i is -1. Twenty lines of code make a
//! type of it. Addition and size are done; products, exp and sin are yours, and then the derivative is one line.

use std::ops::{Add, Mul};

/// The complex number `re + im i`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part, the number in front of i.
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

    /// The product, with i² = -1: (1 + 2i)(3 - i) = 3 - i + 6i - 2i² = 5 + 5i.
    fn mul(self, other: Self) -> Self {
        todo!(
            "multiply ({} + {}i) by ({} + {}i)",
            self.re,
            self.im,
            other.re,
            other.im
        )
    }
}

impl Complex {
    /// e to this number. For a real number it is `f64::exp`; for bi it is cos b + i sin b, a point of the unit
    /// circle; and for a + bi it is the product of the two.
    pub fn exp(self) -> Self {
        todo!("e to the ({} + {}i)", self.re, self.im)
    }

    /// The sine. The addition theorem sin(u + v) = sin u cos v + cos u sin v holds for complex numbers too, and
    /// cos(bi) = cosh b, sin(bi) = i sinh b.
    pub fn sin(self) -> Self {
        todo!("the sine of ({} + {}i)", self.re, self.im)
    }

    /// The size √(re² + im²), a real number: the imaginary part is 0.
    pub fn abs(self) -> Self {
        Self {
            re: self.re.hypot(self.im),
            im: 0.0,
        }
    }
}

/// The derivative of `f` at the real number `x`, from the one value f(x + ih).
///
/// For f = z² at x = 3 with h = 0.1: (3 + 0.1i)² = 8.99 + 0.6i. The derivative 6 can be read off the 0.6.
///
/// Nothing is subtracted, so nothing is lost when h is tiny: h = 10⁻²⁰ is a fine step.
pub fn complex_step(f: impl Fn(Complex) -> Complex, x: f64, h: f64) -> f64 {
    let there = f(Complex { re: x, im: 0.0 }).re;
    todo!("the derivative of f at x = {x} with the step {h:?} times i, where f({x}) = {there}")
}
