//! Double-double arithmetic: a number as the unevaluated sum of two doubles, about 106 bits.
//!
//! The judge evaluates a line again in this precision when ordinary doubles cannot tell agreement from cancellation.
//! The sums and products are Dekker's and Knuth's error-free transformations (Dekker 1971; Hida, Li and Bailey 2001);
//! no fused multiply-add is assumed, so the WebAssembly build computes the same bits.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// The sum `hi + lo`, with |lo| at most half a unit in the last place of `hi`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DoubleDouble {
    hi: f64,
    lo: f64,
}

impl DoubleDouble {
    /// Zero.
    pub const ZERO: Self = Self::new(0.0, 0.0);
    /// One.
    pub const ONE: Self = Self::new(1.0, 0.0);
    /// π to 106 bits.
    pub const PI: Self = Self::new(std::f64::consts::PI, 1.224_646_799_147_353_2e-16);
    /// e to 106 bits.
    pub const E: Self = Self::new(std::f64::consts::E, 1.445_646_891_729_250_2e-16);
    /// ln 2 to 106 bits.
    pub const LN_2: Self = Self::new(std::f64::consts::LN_2, 2.319_046_813_846_299_6e-17);

    /// The sum of a leading and a trailing part that are already normalised.
    pub const fn new(hi: f64, lo: f64) -> Self {
        Self { hi, lo }
    }

    /// The leading part: the nearest double.
    pub const fn hi(self) -> f64 {
        self.hi
    }

    /// The trailing part.
    pub const fn lo(self) -> f64 {
        self.lo
    }

    /// The quotient of two doubles, to double-double precision.
    pub fn ratio(numerator: f64, denominator: f64) -> Self {
        Self::from(numerator) / Self::from(denominator)
    }

    /// The absolute value.
    pub fn abs(self) -> Self {
        if self.hi < 0.0 { -self } else { self }
    }

    /// The square root; NaN below zero.
    pub fn sqrt(self) -> Self {
        if self.hi == 0.0 {
            return Self::ZERO;
        }
        if !self.hi.is_finite() || self.hi < 0.0 {
            return Self::from(self.hi.sqrt());
        }
        // One Newton step for 1/√x doubles the digits of the hardware's root (Karp and Markstein).
        let root = self.hi.sqrt();
        let square = Self::from(root) * Self::from(root);
        Self::from(root) + Self::from((self - square).hi / (2.0 * root))
    }

    /// The number times a power of two, exactly, unless it leaves the range of doubles.
    pub fn scale_by_power_of_two(self, exponent: i32) -> Self {
        let half = exponent / 2;
        let (first, second) = (2f64.powi(half), 2f64.powi(exponent - half));
        Self::new(self.hi * first * second, self.lo * first * second)
    }
}

impl From<f64> for DoubleDouble {
    fn from(value: f64) -> Self {
        Self::new(value, 0.0)
    }
}

/// The sum and its rounding error, exactly (Knuth).
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

/// The same for |a| ≥ |b| (Dekker).
fn quick_two_sum(a: f64, b: f64) -> DoubleDouble {
    let sum = a + b;
    if !sum.is_finite() {
        return DoubleDouble::from(sum);
    }
    DoubleDouble::new(sum, b - (sum - a))
}

/// The product and its rounding error, exactly (Veltkamp's split, Dekker's product).
fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
    let error = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    (product, if error.is_finite() { error } else { 0.0 })
}

fn split(value: f64) -> (f64, f64) {
    // 2²⁷ + 1: the factor that leaves 26 bits in each half.
    let scaled = 134_217_729.0 * value;
    let high = scaled - (scaled - value);
    (high, value - high)
}

impl Add for DoubleDouble {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let (sum, error) = two_sum(self.hi, other.hi);
        let (low, low_error) = two_sum(self.lo, other.lo);
        let first = quick_two_sum(sum, error + low);
        quick_two_sum(first.hi, first.lo + low_error)
    }
}

impl Neg for DoubleDouble {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.hi, -self.lo)
    }
}

impl Sub for DoubleDouble {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for DoubleDouble {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let (product, error) = two_product(self.hi, other.hi);
        quick_two_sum(product, error + (self.hi * other.lo + self.lo * other.hi))
    }
}

impl Div for DoubleDouble {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        // Long division: three digits, each a double.
        let first = self.hi / other.hi;
        if !first.is_finite() || !other.hi.is_finite() {
            return Self::from(first);
        }
        let rest = self - other * Self::from(first);
        let second = rest.hi / other.hi;
        let rest = rest - other * Self::from(second);
        let third = rest.hi / other.hi;
        let quotient = quick_two_sum(first, second);
        quotient + Self::from(third)
    }
}
