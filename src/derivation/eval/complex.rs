//! Complex numbers as a precision: for lines that have no value at any real point.

use super::double_double::DoubleDouble;
use super::real::{Elementary, Precision};
use num_complex::Complex64;

impl Precision for Complex64 {
    // The crate's inverse functions are compositions that lose a few digits.
    const UNIT: f64 = 16.0 * f64::EPSILON;
    const COMPLEX: bool = true;

    fn from_exact(value: DoubleDouble) -> Self {
        Self::new(value.hi(), 0.0)
    }

    fn nearest(self) -> f64 {
        self.re
    }

    fn rest(self) -> f64 {
        0.0
    }

    fn size(self) -> f64 {
        self.norm()
    }

    fn imaginary(self) -> f64 {
        self.im
    }

    fn sampled(value: f64, part: f64) -> Self {
        Self::new(value, value.abs() * (0.02 + 0.3 * part))
    }

    fn apply(self, function: Elementary) -> Self {
        match function {
            Elementary::Exp => self.exp(),
            Elementary::Ln => self.ln(),
            Elementary::Ln1p => (self + 1.0).ln(),
            Elementary::Sqrt => self.sqrt(),
            Elementary::Sin => self.sin(),
            Elementary::Cos => self.cos(),
            Elementary::Asin => self.asin(),
            Elementary::Acos => self.acos(),
            Elementary::Atan => self.atan(),
            Elementary::Sinh => self.sinh(),
            Elementary::Cosh => self.cosh(),
            Elementary::Tanh => self.tanh(),
            Elementary::Asinh => self.asinh(),
            Elementary::Acosh => self.acosh(),
            Elementary::Atanh => self.atanh(),
        }
    }
}
