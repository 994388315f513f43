//! Elementary functions of double-doubles: argument reduction, then a short Taylor series or one Newton step.

use super::double_double::DoubleDouble;

/// Below this no term of a series changes a double-double.
const NEGLIGIBLE: f64 = 1e-34;

impl DoubleDouble {
    /// eˣ.
    pub fn exp(self) -> Self {
        if self.hi().is_nan() {
            return self;
        }
        let (series, power) = self.reduced_expm1();
        if power > 1100.0 {
            return Self::from(f64::INFINITY);
        }
        if power < -1100.0 {
            return Self::ZERO;
        }
        (series + Self::ONE).scale_by_power_of_two(power as i32)
    }

    /// eˣ − 1, without cancellation near 0.
    pub fn exp_m1(self) -> Self {
        let (series, power) = self.reduced_expm1();
        if power == 0.0 {
            return series;
        }
        self.exp() - Self::ONE
    }

    /// e^r − 1 and k with x = r + k ln 2 and |r| at most ½ ln 2.
    fn reduced_expm1(self) -> (Self, f64) {
        if self.hi().is_nan() || self.hi().abs() > 1e6 {
            let end = if self.hi() > 0.0 { 1e6 } else { -1e6 };
            return (Self::ZERO, end);
        }
        let power = (self.hi() / std::f64::consts::LN_2).round();
        let rest = self - Self::LN_2 * Self::from(power);
        // e^r − 1 = s → (1 + s)² − 1 = s (2 + s), eight times.
        let small = rest.scale_by_power_of_two(-8);
        let mut sum = taylor(small, small, |n| n);
        for _ in 0..8 {
            sum = sum * (sum + Self::from(2.0));
        }
        (sum, power)
    }

    /// The natural logarithm; NaN below zero, −∞ at zero.
    pub fn ln(self) -> Self {
        if !(self.hi() > 0.0 && self.hi().is_finite()) {
            return Self::from(self.hi().ln());
        }
        // Halley's step on e^y = x triples the digits of the hardware's logarithm.
        let start = Self::from(self.hi().ln());
        let power = start.exp();
        start + Self::from(2.0) * (self - power) / (self + power)
    }

    /// ln(1 + x), without cancellation near 0.
    pub fn ln_1p(self) -> Self {
        if self.hi().abs() > 0.3 {
            return (self + Self::ONE).ln();
        }
        let start = Self::from(self.hi().ln_1p());
        let power = start.exp_m1();
        start + (self - power) / (power + Self::ONE)
    }

    /// sin x and cos x together.
    pub fn sin_cos(self) -> (Self, Self) {
        if self.hi().is_nan() || self.hi().abs() > 1e15 {
            let nan = Self::from(f64::NAN);
            return (nan, nan);
        }
        let quarter = (self.hi() / std::f64::consts::FRAC_PI_2).round();
        // π/2 in three doubles: the third keeps large arguments honest.
        let half_pi = Self::PI.scale_by_power_of_two(-1);
        let third = -1.497_384_904_859_169_8e-33;
        let turns = Self::from(quarter);
        let rest = self - half_pi * turns - Self::from(third) * turns;
        let (sine, cosine) = reduced_sin_cos(rest);
        match quarter.rem_euclid(4.0) as u8 {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        }
    }

    /// arctan x.
    pub fn atan(self) -> Self {
        let start = self.hi().atan();
        if !self.hi().is_finite() {
            return Self::from(start);
        }
        if self.hi().abs() > 1e8 {
            let quarter = Self::PI.scale_by_power_of_two(-1);
            let rest = (Self::ONE / self.abs()).atan();
            let angle = quarter - rest;
            return if self.hi() < 0.0 { -angle } else { angle };
        }
        // tan(arctan x − start) is so small that it is its own arctangent.
        let (sine, cosine) = Self::from(start).sin_cos();
        Self::from(start) + (self * cosine - sine) / (cosine + self * sine)
    }

    /// arcsin x; NaN outside [−1, 1].
    pub fn asin(self) -> Self {
        let rest = (Self::ONE - self) * (Self::ONE + self);
        if rest.hi() < 0.0 {
            return Self::from(f64::NAN);
        }
        if rest.hi() == 0.0 {
            let quarter = Self::PI.scale_by_power_of_two(-1);
            return if self.hi() < 0.0 { -quarter } else { quarter };
        }
        (self / rest.sqrt()).atan()
    }

    /// arccos x; NaN outside [−1, 1].
    pub fn acos(self) -> Self {
        let (below, above) = (Self::ONE - self, Self::ONE + self);
        if below.hi() < 0.0 || above.hi() < 0.0 {
            return Self::from(f64::NAN);
        }
        if above.hi() == 0.0 {
            return Self::PI;
        }
        (below / above).sqrt().atan().scale_by_power_of_two(1)
    }

    /// The hyperbolic sine.
    pub fn sinh(self) -> Self {
        if self.hi().abs() < 0.3 {
            return taylor_alternate(self, self, 1, 1.0);
        }
        let power = self.exp();
        (power - Self::ONE / power).scale_by_power_of_two(-1)
    }

    /// The hyperbolic cosine.
    pub fn cosh(self) -> Self {
        let power = self.abs().exp();
        (power + Self::ONE / power).scale_by_power_of_two(-1)
    }

    /// The hyperbolic tangent.
    pub fn tanh(self) -> Self {
        if self.hi().abs() < 0.3 {
            return self.sinh() / self.cosh();
        }
        let doubled = self.abs().scale_by_power_of_two(1);
        let value = Self::ONE - Self::from(2.0) / (doubled.exp() + Self::ONE);
        if self.hi() < 0.0 { -value } else { value }
    }

    /// The inverse hyperbolic sine.
    pub fn asinh(self) -> Self {
        let size = self.abs();
        let square = size * size;
        let root = (square + Self::ONE).sqrt() + Self::ONE;
        let value = (size + square / root).ln_1p();
        if self.hi() < 0.0 { -value } else { value }
    }

    /// The inverse hyperbolic cosine; NaN below 1.
    pub fn acosh(self) -> Self {
        let above = self - Self::ONE;
        (above + (above * (self + Self::ONE)).sqrt()).ln_1p()
    }

    /// The inverse hyperbolic tangent; NaN outside (−1, 1).
    pub fn atanh(self) -> Self {
        if self.hi().abs() >= 1.0 {
            return Self::from(f64::NAN);
        }
        let doubled = self.scale_by_power_of_two(1);
        (doubled / (Self::ONE - self))
            .ln_1p()
            .scale_by_power_of_two(-1)
    }
}

/// first + Σ first·xᵏ/(d(2)…d(k+1)): the tail of a power series whose terms have ratio x/d(n).
fn taylor(x: DoubleDouble, first: DoubleDouble, divisor: impl Fn(f64) -> f64) -> DoubleDouble {
    let (mut sum, mut term) = (first, first);
    for n in 2..40 {
        term = term * x / DoubleDouble::from(divisor(f64::from(n)));
        sum = sum + term;
        if term.hi().abs() <= NEGLIGIBLE * sum.hi().abs() {
            break;
        }
    }
    sum
}

/// The series whose terms have ratio sign·x²/((n+1)(n+2)), beginning with `first` of degree `degree`.
fn taylor_alternate(x: DoubleDouble, first: DoubleDouble, degree: u32, sign: f64) -> DoubleDouble {
    let square = x * x;
    let start = f64::from(degree);
    taylor(square, first, |n| {
        let last = start + 2.0 * (n - 1.0);
        sign * last * (last - 1.0)
    })
}

/// sin and cos for |x| ≤ π/4.
fn reduced_sin_cos(x: DoubleDouble) -> (DoubleDouble, DoubleDouble) {
    let sine = taylor_alternate(x, x, 1, -1.0);
    let cosine = taylor_alternate(x, DoubleDouble::ONE, 0, -1.0);
    (sine, cosine)
}
