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

    fn mul(self, _other: Self) -> Self {
        Self { re: 0.0, im: 0.0 }
    }
}

impl Complex {
    pub fn exp(self) -> Self {
        Self { re: 0.0, im: 0.0 }
    }

    pub fn sin(self) -> Self {
        Self { re: 0.0, im: 0.0 }
    }

    pub fn abs(self) -> Self {
        Self {
            re: self.re.hypot(self.im),
            im: 0.0,
        }
    }
}

pub fn complex_step(_f: impl Fn(Complex) -> Complex, _x: f64, _h: f64) -> f64 {
    0.0
}
