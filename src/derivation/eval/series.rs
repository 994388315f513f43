//! Taylor coefficients of elementary functions of one number: f(r + t) = c₀ + c₁ t + … + c_d tᵈ.
//!
//! Each comes from the differential equation of its function (Griewank and Walther, *Evaluating Derivatives*,
//! chapter 13), so derivatives of any order are exact up to rounding.

use super::double_double::DoubleDouble;
use super::real::{Elementary, Precision, Real};
use smallvec::SmallVec;

/// Coefficients, lowest degree first.
pub(crate) type Series<P> = SmallVec<[Real<P>; 4]>;

/// The functions applied to one number that the evaluator knows by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Unary {
    /// eˣ
    Exp,
    /// The natural logarithm.
    Ln,
    /// √x
    Sqrt,
    /// The real cube root, also of negative numbers.
    Cbrt,
    /// sin x
    Sin,
    /// cos x
    Cos,
    /// tan x
    Tan,
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
    /// 1/(1 + e⁻ˣ)
    Sigmoid,
    /// ln(1 + eˣ)
    Softplus,
    /// The error function.
    Erf,
    /// |x|
    Abs,
    /// −1, 0 or 1
    Sign,
    /// max(x, 0)
    Relu,
    /// The largest whole number at most x.
    Floor,
    /// The smallest whole number at least x.
    Ceil,
    /// n! for a whole number n ≥ 0
    Factorial,
}

impl Unary {
    /// Whether the function is analytic wherever it is defined on the real line, without branches.
    pub(crate) fn is_entire(self) -> bool {
        use Unary::{Asinh, Atan, Cos, Cosh, Erf, Exp, Sigmoid, Sin, Sinh, Softplus, Tan, Tanh};
        matches!(
            self,
            Exp | Sin | Cos | Tan | Atan | Sinh | Cosh | Tanh | Asinh | Sigmoid | Softplus | Erf
        )
    }
}

/// The coefficients of `function` at `r` up to `degree`, or `None` where a value or a derivative does not exist.
pub(crate) fn taylor<P: Precision>(
    function: Unary,
    r: Real<P>,
    degree: usize,
) -> Option<Series<P>> {
    let x = r.value();
    let series = match function {
        Unary::Exp => exponential(r.apply(Elementary::Exp), degree),
        Unary::Ln => {
            within::<P>(x > 0.0)?;
            let slope = power(&[r, Real::one()], -1.0, Real::one() / r, degree);
            integrate(r.apply(Elementary::Ln), &slope, degree)
        }
        Unary::Sqrt => {
            within::<P>(x > 0.0 || (x == 0.0 && degree == 0))?;
            power(&[r, Real::one()], 0.5, r.apply(Elementary::Sqrt), degree)
        }
        Unary::Cbrt => {
            defined::<P>(x != 0.0 || degree == 0)?;
            power(&[r, Real::one()], 1.0 / 3.0, cube_root(r), degree)
        }
        Unary::Sin => circular(
            [r.apply(Elementary::Sin), r.apply(Elementary::Cos)],
            -1.0,
            degree,
        ),
        Unary::Cos => circular(
            [r.apply(Elementary::Cos), -r.apply(Elementary::Sin)],
            -1.0,
            degree,
        ),
        Unary::Sinh => circular(
            [r.apply(Elementary::Sinh), r.apply(Elementary::Cosh)],
            1.0,
            degree,
        ),
        Unary::Cosh => circular(
            [r.apply(Elementary::Cosh), r.apply(Elementary::Sinh)],
            1.0,
            degree,
        ),
        Unary::Tan => {
            let (sine, cosine) = (r.apply(Elementary::Sin), r.apply(Elementary::Cos));
            let start = Real::one() / (cosine * cosine);
            riccati(sine / cosine, start, 1.0, degree)
        }
        Unary::Tanh => {
            let cosh = r.apply(Elementary::Cosh);
            let start = Real::one() / (cosh * cosh);
            riccati(r.apply(Elementary::Tanh), start, -1.0, degree)
        }
        Unary::Asin | Unary::Acos => inverse_sine(function, r, degree)?,
        Unary::Atan => {
            let q = quadratic(r, Real::one() + r * r, 1.0);
            let slope = power(&q, -1.0, Real::one() / q[0], degree);
            integrate(r.apply(Elementary::Atan), &slope, degree)
        }
        Unary::Asinh => {
            let q = quadratic(r, Real::one() + r * r, 1.0);
            let start = Real::one() / q[0].apply(Elementary::Sqrt);
            let slope = power(&q, -0.5, start, degree);
            integrate(r.apply(Elementary::Asinh), &slope, degree)
        }
        Unary::Acosh => {
            within::<P>(x > 1.0 || (x == 1.0 && degree == 0))?;
            let q = quadratic(r, (r - Real::one()) * (r + Real::one()), 1.0);
            let start = Real::one() / q[0].apply(Elementary::Sqrt);
            let slope = power(&q, -0.5, start, degree);
            integrate(r.apply(Elementary::Acosh), &slope, degree)
        }
        Unary::Atanh => {
            within::<P>(x.abs() < 1.0)?;
            let q = quadratic(r, (Real::one() - r) * (Real::one() + r), -1.0);
            let slope = power(&q, -1.0, Real::one() / q[0], degree);
            integrate(r.apply(Elementary::Atanh), &slope, degree)
        }
        Unary::Sigmoid | Unary::Softplus | Unary::Erf if P::COMPLEX => return None,
        Unary::Sigmoid => logistic(r, degree),
        Unary::Softplus => {
            let decay = (-r.abs()).apply(Elementary::Exp).apply(Elementary::Ln1p);
            let value = if x > 0.0 { r + decay } else { decay };
            integrate(value, &logistic(r, degree), degree)
        }
        Unary::Erf => error_function(r, degree),
        Unary::Abs | Unary::Relu => kinked(function, r, degree)?,
        Unary::Sign | Unary::Floor | Unary::Ceil => step(function, x, degree)?,
        Unary::Factorial => factorial(x, degree)?,
    };
    Some(series)
}

/// Whether the function has a value here. A complex number is inside every domain but where the series divides by 0.
fn within<P: Precision>(condition: bool) -> Option<()> {
    (P::COMPLEX || condition).then_some(())
}

/// For functions that are not analytic: they have no value at complex numbers.
fn defined<P: Precision>(condition: bool) -> Option<()> {
    (!P::COMPLEX && condition).then_some(())
}

/// c₀, c₀/1!, c₀/2!, …
fn exponential<P: Precision>(value: Real<P>, degree: usize) -> Series<P> {
    let mut term = value;
    let mut series = Series::new();
    for k in 0..=degree {
        series.push(term);
        term = term / Real::exact((k + 1) as f64);
    }
    series
}

/// Solutions of f″ = sign·f with the given f and f′.
fn circular<P: Precision>(start: [Real<P>; 2], sign: f64, degree: usize) -> Series<P> {
    let mut series = Series::from_slice(&start);
    series.truncate(degree + 1);
    for k in 2..=degree {
        let divisor = sign * (k * (k - 1)) as f64;
        series.push(series[k - 2] / Real::exact(divisor));
    }
    series
}

/// f′ = 1 + sign·f², with f and f′ at the start (f′ apart, because 1 − tanh² cancels).
fn riccati<P: Precision>(value: Real<P>, slope: Real<P>, sign: f64, degree: usize) -> Series<P> {
    let mut series: Series<P> = SmallVec::from_slice(&[value]);
    for k in 1..=degree {
        let square = if k == 1 {
            slope
        } else {
            let sum = convolution(&series, &series, k - 1);
            sum * Real::exact(sign)
        };
        series.push(square / Real::exact(k as f64));
    }
    series
}

/// σ(r + t) from σ′ = σ·(1 − σ), where 1 − σ is computed as σ(−r).
fn logistic<P: Precision>(r: Real<P>, degree: usize) -> Series<P> {
    let decay = (-r.abs()).apply(Elementary::Exp);
    let below = Real::one() + decay;
    let (large, small) = (Real::one() / below, decay / below);
    let (value, rest) = if r.value() >= 0.0 {
        (large, small)
    } else {
        (small, large)
    };
    let mut series: Series<P> = SmallVec::from_slice(&[value]);
    let mut complement: Series<P> = SmallVec::from_slice(&[rest]);
    for k in 1..=degree {
        let term = convolution(&series, &complement, k - 1) / Real::exact(k as f64);
        series.push(term);
        complement.push(-term);
    }
    series
}

fn inverse_sine<P: Precision>(function: Unary, r: Real<P>, degree: usize) -> Option<Series<P>> {
    let x = r.value();
    within::<P>(x.abs() < 1.0 || (x.abs() == 1.0 && degree == 0))?;
    let q = quadratic(r, (Real::one() - r) * (Real::one() + r), -1.0);
    let start = Real::one() / q[0].apply(Elementary::Sqrt);
    let slope = power(&q, -0.5, start, degree);
    if function == Unary::Asin {
        return Some(integrate(r.apply(Elementary::Asin), &slope, degree));
    }
    let slope: Series<P> = slope.iter().map(|&c| -c).collect();
    Some(integrate(r.apply(Elementary::Acos), &slope, degree))
}

/// erf by its series of positive terms: 2/√π e^{−x²} Σ 2ⁿ x²ⁿ⁺¹/(2n+1)!!.
fn error_function<P: Precision>(r: Real<P>, degree: usize) -> Series<P> {
    let two_by_root_pi =
        Real::exact(2.0) / Real::constant(DoubleDouble::PI).apply(Elementary::Sqrt);
    let bell = two_by_root_pi * (-(r * r)).apply(Elementary::Exp);
    let value = if r.value().abs() > 9.0 {
        Real::exact(r.value().signum()).with_added_error(P::UNIT)
    } else {
        let (mut sum, mut term) = (r, r);
        let doubled = Real::exact(2.0) * r * r;
        for n in 1..400 {
            term = term * doubled / Real::exact((2 * n + 1) as f64);
            sum += term;
            if term.value().abs() <= P::UNIT * sum.value().abs() {
                break;
            }
        }
        bell * sum
    };
    // The slope is 2/√π e^{q}, q = −(r + t)²: e^q by f′ = q′ f.
    let mut slope: Series<P> = SmallVec::from_slice(&[bell]);
    let (first, second) = (Real::exact(-2.0) * r, Real::exact(-2.0));
    for k in 1..degree.max(1) {
        let mut sum = first * slope[k - 1];
        if k >= 2 {
            sum += second * slope[k - 2];
        }
        slope.push(sum / Real::exact(k as f64));
    }
    integrate(value, &slope, degree)
}

fn kinked<P: Precision>(function: Unary, r: Real<P>, degree: usize) -> Option<Series<P>> {
    defined::<P>(r.value() != 0.0 || degree == 0)?;
    let slope = match (function, r.value() > 0.0) {
        (_, true) => 1.0,
        (Unary::Abs, false) => -1.0,
        _ => 0.0,
    };
    let mut series: Series<P> = SmallVec::from_slice(&[r * Real::exact(slope), Real::exact(slope)]);
    series.resize(degree + 1, Real::zero());
    Some(series)
}

fn step<P: Precision>(function: Unary, x: f64, degree: usize) -> Option<Series<P>> {
    let (value, jump) = match function {
        Unary::Floor => (x.floor(), x == x.floor()),
        Unary::Ceil => (x.ceil(), x == x.ceil()),
        _ => (if x == 0.0 { 0.0 } else { x.signum() }, x == 0.0),
    };
    defined::<P>(!jump || degree == 0)?;
    let mut series: Series<P> = SmallVec::from_slice(&[Real::exact(value)]);
    series.resize(degree + 1, Real::zero());
    Some(series)
}

fn factorial<P: Precision>(x: f64, degree: usize) -> Option<Series<P>> {
    defined::<P>(degree == 0 && x >= 0.0 && x == x.floor() && x <= 60.0)?;
    let product = (1..=x as u32).fold(Real::one(), |p, k| p * Real::exact(f64::from(k)));
    Some(SmallVec::from_slice(&[product]))
}

/// The real cube root to full precision: one Newton step on the double's.
fn cube_root<P: Precision>(r: Real<P>) -> Real<P> {
    let start = Real::exact(r.value().cbrt());
    if r.value() == 0.0 {
        return start;
    }
    let square = start * start;
    let step = (r - square * start) / (Real::exact(3.0) * square);
    let bound = r.error() / (3.0 * square.value());
    let root = start + step;
    Real::exact(0.0) + root.with_added_error(bound)
}

/// Σ aᵢ b_{k−i}
fn convolution<P: Precision>(a: &[Real<P>], b: &[Real<P>], k: usize) -> Real<P> {
    let mut sum = Real::zero();
    for i in 0..=k {
        sum += a[i] * b[k - i];
    }
    sum
}

/// q₀ + sign·(2 r t + t²): what the inverse functions have under their root.
fn quadratic<P: Precision>(r: Real<P>, start: Real<P>, sign: f64) -> [Real<P>; 3] {
    [start, Real::exact(2.0 * sign) * r, Real::exact(sign)]
}

/// The antiderivative of `slope` with the given constant.
fn integrate<P: Precision>(value: Real<P>, slope: &[Real<P>], degree: usize) -> Series<P> {
    let mut series: Series<P> = SmallVec::from_slice(&[value]);
    for k in 1..=degree {
        series.push(slope[k - 1] / Real::exact(k as f64));
    }
    series
}

/// q(t)^exponent, with its value `start` at t = 0 (Euler's recurrence).
pub(crate) fn power<P: Precision>(
    q: &[Real<P>],
    exponent: f64,
    start: Real<P>,
    degree: usize,
) -> Series<P> {
    let factors = |i: usize, k: usize| Real::exact(exponent * i as f64 - (k - i) as f64);
    power_with(q, factors, start, degree)
}

/// The same for an exponent that is not a double: `factors(i, k)` is exponent·i − (k − i).
pub(crate) fn power_with<P: Precision>(
    q: &[Real<P>],
    factors: impl Fn(usize, usize) -> Real<P>,
    start: Real<P>,
    degree: usize,
) -> Series<P> {
    let mut series: Series<P> = SmallVec::from_slice(&[start]);
    for k in 1..=degree {
        let mut sum = Real::zero();
        for i in 1..=k.min(q.len() - 1) {
            sum += factors(i, k) * q[i] * series[k - i];
        }
        series.push(sum / (Real::exact(k as f64) * q[0]));
    }
    series
}
