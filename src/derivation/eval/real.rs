//! Numbers that know how far rounding may have taken them: running error analysis (Wilkinson; Higham,
//! *Accuracy and Stability of Numerical Algorithms*, section 3.3), in doubles and in double-doubles.

use super::double_double::DoubleDouble;
use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// The arithmetic a precision offers.
pub(crate) trait Precision:
    Copy
    + Debug
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// The relative error one operation may make.
    const UNIT: f64;
    /// The number nearest to a double-double.
    fn from_exact(value: DoubleDouble) -> Self;
    /// The nearest double.
    fn nearest(self) -> f64;
    /// What the nearest double leaves out.
    fn rest(self) -> f64;
    /// The absolute value.
    fn size(self) -> f64 {
        self.nearest().abs()
    }
    /// Whether the numbers are complex: then nothing is compared, and no domain ends.
    const COMPLEX: bool = false;
    /// The imaginary part.
    fn imaginary(self) -> f64 {
        0.0
    }
    /// A sampled number; complex ones leave the real axis by a part of their size.
    fn sampled(value: f64, _part: f64) -> Self {
        Self::from_exact(DoubleDouble::from(value))
    }
    /// An elementary function of one number.
    fn apply(self, function: Elementary) -> Self;
}

/// The elementary functions every precision provides; all others are made of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Elementary {
    /// eˣ
    Exp,
    /// ln x
    Ln,
    /// ln(1 + x)
    Ln1p,
    /// √x
    Sqrt,
    /// sin x
    Sin,
    /// cos x
    Cos,
    /// arcsin x
    Asin,
    /// arccos x
    Acos,
    /// arctan x
    Atan,
    /// sinh x
    Sinh,
    /// cosh x
    Cosh,
    /// tanh x
    Tanh,
    /// arsinh x
    Asinh,
    /// arcosh x
    Acosh,
    /// artanh x
    Atanh,
}

use Elementary::{
    Acos, Acosh, Asin, Asinh, Atan, Atanh, Cos, Cosh, Exp, Ln, Ln1p, Sin, Sinh, Sqrt, Tanh,
};

impl Precision for f64 {
    const UNIT: f64 = f64::EPSILON;

    fn from_exact(value: DoubleDouble) -> Self {
        value.hi()
    }

    fn nearest(self) -> f64 {
        self
    }

    fn rest(self) -> f64 {
        0.0
    }

    fn apply(self, function: Elementary) -> Self {
        match function {
            Exp => self.exp(),
            Ln => self.ln(),
            Ln1p => self.ln_1p(),
            Sqrt => self.sqrt(),
            Sin => self.sin(),
            Cos => self.cos(),
            Asin => self.asin(),
            Acos => self.acos(),
            Atan => self.atan(),
            Sinh => self.sinh(),
            Cosh => self.cosh(),
            Tanh => self.tanh(),
            Asinh => self.asinh(),
            Acosh => self.acosh(),
            Atanh => self.atanh(),
        }
    }
}

impl Precision for DoubleDouble {
    // Four bits are left to the functions, whose series and Newton steps round several times.
    const UNIT: f64 = 1.0 / (1u128 << 100) as f64;

    fn from_exact(value: DoubleDouble) -> Self {
        value
    }

    fn nearest(self) -> f64 {
        self.hi()
    }

    fn rest(self) -> f64 {
        self.lo()
    }

    fn apply(self, function: Elementary) -> Self {
        match function {
            Exp => self.exp(),
            Ln => self.ln(),
            Ln1p => self.ln_1p(),
            Sqrt => self.sqrt(),
            Sin => self.sin_cos().0,
            Cos => self.sin_cos().1,
            Asin => self.asin(),
            Acos => self.acos(),
            Atan => self.atan(),
            Sinh => self.sinh(),
            Cosh => self.cosh(),
            Tanh => self.tanh(),
            Asinh => self.asinh(),
            Acosh => self.acosh(),
            Atanh => self.atanh(),
        }
    }
}

/// A number and a bound on what rounding has added to it so far.
///
/// An error of 0 means that the number is exact.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Real<P> {
    value: P,
    error: f64,
}

impl<P: Precision> Real<P> {
    /// A sampled number, which is exact.
    pub(crate) fn sampled(value: f64, part: f64) -> Self {
        Self {
            value: P::sampled(value, part),
            error: 0.0,
        }
    }

    /// An exact number, such as a sampled point or an integer.
    pub(crate) fn exact(value: f64) -> Self {
        Self {
            value: P::from_exact(DoubleDouble::from(value)),
            error: 0.0,
        }
    }

    /// A constant known to double-double precision, such as π or 0.1.
    pub(crate) fn constant(value: DoubleDouble) -> Self {
        let exact = value.lo() == 0.0;
        let error = if exact {
            0.0
        } else {
            P::UNIT * value.hi().abs()
        };
        Self {
            value: P::from_exact(value),
            error,
        }
    }

    /// Zero.
    pub(crate) fn zero() -> Self {
        Self::exact(0.0)
    }

    /// One.
    pub(crate) fn one() -> Self {
        Self::exact(1.0)
    }

    /// The value as a double.
    pub(crate) fn value(self) -> f64 {
        self.value.nearest()
    }

    /// The absolute value as a double.
    pub(crate) fn size(self) -> f64 {
        self.value.size()
    }

    /// The imaginary part as a double.
    pub(crate) fn imaginary(self) -> f64 {
        self.value.imaginary()
    }

    /// What the double leaves out of the value.
    pub(crate) fn rest(self) -> f64 {
        self.value.rest()
    }

    /// The bound on its rounding error.
    pub(crate) fn error(self) -> f64 {
        self.error
    }

    /// The same number with a further source of error, such as the remainder of an extrapolation.
    pub(crate) fn with_added_error(self, error: f64) -> Self {
        Self {
            error: self.error + error,
            ..self
        }
    }

    /// Whether the number is an ordinary number.
    pub(crate) fn is_finite(self) -> bool {
        self.size().is_finite()
    }

    /// Whether the number is 0 and no rounding was involved.
    pub(crate) fn is_exact_zero(self) -> bool {
        self.size() == 0.0 && self.error == 0.0
    }

    /// The absolute value.
    pub(crate) fn abs(self) -> Self {
        if self.value() < 0.0 { -self } else { self }
    }

    /// An elementary function; the error is what the slope makes of the argument's, and one rounding.
    pub(crate) fn apply(self, function: Elementary) -> Self {
        let value = self.value.apply(function);
        let (x, y) = (self.value(), value.size());
        let rounding = P::UNIT * (2.0 * y).max(conditioning(function, self.size()));
        // A result below the range of doubles is not an exact 0.
        let underflow = if y < f64::MIN_POSITIVE && matches!(function, Exp) {
            f64::MIN_POSITIVE
        } else {
            0.0
        };
        let carried = if self.error == 0.0 {
            0.0
        } else {
            self.error * slope(function, x, y).min(if P::COMPLEX { 1e3 } else { f64::INFINITY })
        };
        let exact = is_exact(function, x) && self.imaginary() == 0.0;
        Self {
            value,
            error: if exact && self.error == 0.0 {
                0.0
            } else {
                carried + rounding + underflow
            },
        }
    }
}

/// Values that need no rounding, so that sin 0 or ln 1 stays an exact 0.
fn is_exact(function: Elementary, x: f64) -> bool {
    match function {
        Exp | Ln1p | Sin | Cos | Asin | Atan | Sinh | Cosh | Tanh | Asinh | Atanh => x == 0.0,
        Ln | Acos | Acosh => x == 1.0,
        Sqrt => x == 0.0 || x == 1.0,
    }
}

/// What the reduction of a large argument loses, in units.
fn conditioning(function: Elementary, x: f64) -> f64 {
    match function {
        Sin | Cos => x.abs(),
        _ => 0.0,
    }
}

/// |f′(x)|, roughly: it only carries an error bound.
fn slope(function: Elementary, x: f64, y: f64) -> f64 {
    let steep = match function {
        Exp => y,
        Ln => 1.0 / x,
        Ln1p => 1.0 / (1.0 + x),
        Sqrt => 0.5 / y,
        Sin | Cos => 1.0,
        Asin | Acos => 1.0 / (1.0 - x * x).sqrt(),
        Atan => 1.0 / (1.0 + x * x),
        Sinh => y.abs() + 1.0,
        Cosh => y,
        Tanh => 1.0 - y * y + f64::EPSILON,
        Asinh => 1.0 / (1.0 + x * x).sqrt(),
        Acosh => 1.0 / (x * x - 1.0).sqrt(),
        Atanh => 1.0 / (1.0 - x * x),
    };
    steep.abs()
}

impl<P: Precision> Add for Real<P> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if self.is_exact_zero() {
            return other;
        }
        if other.is_exact_zero() {
            return self;
        }
        let value = self.value + other.value;
        Self {
            value,
            error: self.error + other.error + P::UNIT * value.size(),
        }
    }
}

impl<P: Precision> AddAssign for Real<P> {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<P: Precision> Neg for Real<P> {
    type Output = Self;
    fn neg(self) -> Self {
        Self {
            value: -self.value,
            error: self.error,
        }
    }
}

impl<P: Precision> Sub for Real<P> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl<P: Precision> Mul for Real<P> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let value = self.value * other.value;
        let (a, b, product) = (self.size(), other.size(), value.size());
        let mut error = P::UNIT * product + a * other.error + b * self.error;
        error += self.error * other.error;
        if product < f64::MIN_POSITIVE && a != 0.0 && b != 0.0 {
            error += f64::MIN_POSITIVE;
        }
        Self { value, error }
    }
}

impl<P: Precision> Div for Real<P> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        let (quotient, divisor) = (value.size(), other.size());
        let mut error = P::UNIT * quotient;
        if self.error != 0.0 || other.error != 0.0 {
            // A divisor that may be 0 bounds nothing.
            let room = divisor - other.error;
            let carried = (self.error + quotient * other.error) / room;
            error += if room > 0.0 { carried } else { f64::INFINITY };
        }
        if quotient < f64::MIN_POSITIVE && self.size() != 0.0 {
            error += f64::MIN_POSITIVE;
        }
        Self { value, error }
    }
}
