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

#[cfg(test)]
mod tests {
    use super::DoubleDouble;

    fn dd(value: f64) -> DoubleDouble {
        DoubleDouble::from(value)
    }

    /// Leading and trailing parts computed with 300 bits by another program.
    #[test]
    #[rustfmt::skip]
    #[allow(clippy::excessive_precision, clippy::approx_constant)]
    fn thirty_digits_of_every_function() {
        let table = [
            ("exp", dd(1.0).exp(), 2.718281828459045, 1.4456468917292502e-16),
            ("exp", dd(-3.7).exp(), 0.024723526470339388, -1.294857794723138e-18),
            ("exp", dd(0.001).exp(), 1.0010005001667084, -4.290842058948394e-17),
            ("exp", dd(25.5).exp(), 118716009132.16965, 3.7484041480402334e-06),
            ("exp_m1", dd(1e-09).exp_m1(), 1.0000000005000001e-09, -7.443897403844588e-26),
            ("exp_m1", dd(0.3).exp_m1(), 0.3498588075760031, 1.6549155728191776e-17),
            ("ln", dd(2.0).ln(), 0.6931471805599453, 2.3190468138462996e-17),
            ("ln", dd(0.3).ln(), -1.2039728043259361, 8.935521583403776e-17),
            ("ln", dd(1234.5).ln(), 7.118421308785234, -1.865350488379875e-16),
            ("ln_1p", dd(1e-09).ln_1p(), 9.999999995e-10, 7.493897403823754e-26),
            ("ln_1p", dd(0.25).ln_1p(), 0.22314355131420976, -9.091270597324799e-18),
            ("sqrt", dd(2.0).sqrt(), 1.4142135623730951, -9.667293313452913e-17),
            ("sqrt", dd(7.3).sqrt(), 2.701851217221259, -3.1546413095106813e-17),
            ("atan", dd(1.0).atan(), 0.7853981633974483, 3.061616997868383e-17),
            ("atan", dd(0.01).atan(), 0.009999666686665238, 7.868347040282513e-19),
            ("atan", dd(-8.5).atan(), -1.4536875822280324, 6.818769250151347e-17),
            ("asin", dd(0.5).asin(), 0.5235987755982989, -5.360408832255455e-17),
            ("asin", dd(-0.99).asin(), -1.4292568534704693, -6.909416818000846e-17),
            ("acos", dd(0.5).acos(), 1.0471975511965979, -1.072081766451091e-16),
            ("acos", dd(0.999).acos(), 0.044725087168733454, -3.3530251181836818e-18),
            ("sinh", dd(0.01).sinh(), 0.010000166667500003, -5.644562789430375e-19),
            ("sinh", dd(2.5).sinh(), 6.0502044810397875, -1.5266669624477375e-16),
            ("cosh", dd(0.01).cosh(), 1.0000500004166681, -8.336492964027646e-17),
            ("cosh", dd(2.5).cosh(), 6.132289479663686, 3.560067179782552e-16),
            ("tanh", dd(0.02).tanh(), 0.019997333759930933, -9.87077435282886e-19),
            ("tanh", dd(3.5).tanh(), 0.9981778976111987, 2.5870171246124584e-17),
            ("asinh", dd(0.001).asinh(), 0.0009999998333334083, 1.0227947063237223e-19),
            ("asinh", dd(4.5).asinh(), 2.209347708615334, 1.3948991870543613e-16),
            ("acosh", dd(1.0625).acosh(), 0.3517373900432606, -2.065441199493589e-17),
            ("acosh", dd(6.5).acosh(), 2.5589789770286124, 1.177038140987915e-16),
            ("atanh", dd(0.001).atanh(), 0.0010000003333335333, 3.1873786512008025e-20),
            ("atanh", dd(0.75).atanh(), 0.9729550745276566, 3.6617931039524534e-17),
            ("sin", dd(1.0).sin_cos().0, 0.8414709848078965, 1.776845092935536e-18),
            ("cos", dd(1.0).sin_cos().1, 0.5403023058681398, -4.760954612604417e-17),
            ("sin", dd(-2.5).sin_cos().0, -0.5984721441039565, 5.521403334082375e-17),
            ("cos", dd(-2.5).sin_cos().1, -0.8011436155469337, -1.8674742705085553e-17),
            ("sin", dd(100.0).sin_cos().0, -0.5063656411097588, -3.050947053792115e-18),
            ("cos", dd(100.0).sin_cos().1, 0.8623188722876839, 4.334809858136501e-17),
            ("sin", dd(0.001).sin_cos().0, 0.0009999998333333417, 5.670638989736153e-21),
            ("cos", dd(0.001).sin_cos().1, 0.9999995000000417, -7.831485455398128e-18),
        ];
        for (name, found, hi, lo) in table {
            let error = ((found.hi() - hi) + (found.lo() - lo)).abs() / hi.abs();
            assert!(error < 1e-29, "{name}: {error:e} beside {hi}");
        }
    }

    #[test]
    fn what_has_no_value_is_not_a_number() {
        assert!(dd(f64::NAN).exp().hi().is_nan());
        assert!(dd(-1.0).ln().hi().is_nan());
        assert!(dd(1.5).asin().hi().is_nan());
        assert!(dd(-1.0).sqrt().hi().is_nan());
        assert_eq!(dd(1000.0).exp().hi(), f64::INFINITY);
    }
}
