//! property: right_to_the_last_bits

use std::ops::{Add, Mul};

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Complex {
    pub re: f64,
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
    pub fn exp(self) -> Self {
        Self {
            re: self.re.exp() * self.im.cos(),
            im: self.re.exp() * self.im.sin(),
        }
    }

    pub fn sin(self) -> Self {
        Self {
            re: self.re.sin() * self.im.cosh(),
            im: self.re.cos() * self.im.sinh(),
        }
    }

    pub fn abs(self) -> Self {
        Self {
            re: self.re.hypot(self.im),
            im: 0.0,
        }
    }
}

pub fn complex_step(f: impl Fn(Complex) -> Complex, x: f64, h: f64) -> f64 {
    f(Complex { re: x, im: h }).re / h
}
