//! Powers: of numbers by whole, fractional and arbitrary exponents, and of square matrices.

use super::double_double::DoubleDouble;
use super::jet::{Algebra, Jet};
use super::machine::{FailureKind, Machine, Outcome, failure};
use super::program::Node;
use super::real::{Elementary, Precision, Real};
use super::series::Unary;
use super::tensor::Tensor;

/// Whole exponents up to this are multiplied out.
const LARGEST_WHOLE: f64 = 1024.0;

impl<P: Precision> Machine<'_, P> {
    pub(crate) fn power(
        &mut self,
        base: &Node,
        exponent: &Node,
        fraction: Option<(i64, i64)>,
        node: &Node,
    ) -> Outcome<P> {
        let value = self.value(base)?;
        let power = self.number(exponent)?;
        if value.rows == value.columns && value.rows > 1 {
            return self.matrix_power(&value, &power, node);
        }
        let algebra = &self.algebra;
        let mut problem = FailureKind::Root;
        let result = value.try_map(|entry| match raise(entry, &power, fraction, algebra) {
            Ok(jet) => Some(jet),
            Err(FailureKind::Division) => None,
            Err(_) => None,
        });
        if result.is_none() && value.entries.iter().any(|entry| entry.real().size() == 0.0) {
            problem = FailureKind::Division;
        }
        result.ok_or(failure(problem, node))
    }

    fn matrix_power(&self, matrix: &Tensor<P>, power: &Jet<P>, node: &Node) -> Outcome<P> {
        let exponent = power.real().value();
        if exponent != exponent.floor() || exponent.abs() > 32.0 || !power.is_constant() {
            return Err(failure(FailureKind::Shape, node));
        }
        let factor = if exponent < 0.0 {
            matrix
                .inverse(&self.algebra)
                .ok_or(failure(FailureKind::Singular, node))?
        } else {
            matrix.clone()
        };
        let mut product = Tensor::identity(matrix.rows);
        for _ in 0..exponent.abs() as u32 {
            product = product
                .matmul(&factor, &self.algebra)
                .ok_or(failure(FailureKind::Shape, node))?;
        }
        Ok(product)
    }
}

/// base^power for numbers.
fn raise<P: Precision>(
    base: &Jet<P>,
    power: &Jet<P>,
    fraction: Option<(i64, i64)>,
    algebra: &Algebra,
) -> Result<Jet<P>, FailureKind> {
    let r = base.real().value();
    if !power.is_constant() {
        // variable exponent: u^v = e^{v ln u}
        let logarithm = base.apply(Unary::Ln, algebra).ok_or(FailureKind::Root)?;
        let inner = power.mul(&logarithm, algebra);
        return inner.apply(Unary::Exp, algebra).ok_or(FailureKind::Root);
    }
    let exponent = power.real();
    let v = exponent.value();
    if v == v.floor()
        && exponent.imaginary() == 0.0
        && v.abs() <= LARGEST_WHOLE
        && exponent.error() <= 1e-12 * v.abs()
    {
        return whole(base, v, algebra);
    }
    match fraction {
        _ if P::COMPLEX => Ok(principal(base, exponent, algebra)),
        Some((1, 2)) => base.apply(Unary::Sqrt, algebra).ok_or(FailureKind::Root),
        Some((p, q)) if r < 0.0 && q % 2 != 0 => Ok(odd_root(base, p, q, algebra)),
        _ if r == 0.0 && v > 0.0 && base.is_exact_zero() => Ok(Jet::zero()),
        _ if r <= 0.0 => Err(FailureKind::Root),
        _ => Ok(principal(base, exponent, algebra)),
    }
}

/// e^{v ln r}, with its series in r.
fn principal<P: Precision>(base: &Jet<P>, exponent: Real<P>, algebra: &Algebra) -> Jet<P> {
    let logarithm = base.real().apply(Elementary::Ln);
    let value = (exponent * logarithm).apply(Elementary::Exp);
    base.power_of_constant(exponent, value, algebra)
}

fn whole<P: Precision>(
    base: &Jet<P>,
    exponent: f64,
    algebra: &Algebra,
) -> Result<Jet<P>, FailureKind> {
    let power = base.power_of_integer(exponent.abs() as u32, algebra);
    if exponent >= 0.0 {
        return Ok(power);
    }
    Jet::exact(1.0)
        .div(&power, algebra)
        .ok_or(FailureKind::Division)
}

/// The real power of a negative number with an odd denominator: (−8)^{1/3} = −2.
fn odd_root<P: Precision>(base: &Jet<P>, p: i64, q: i64, algebra: &Algebra) -> Jet<P> {
    let exponent = Real::constant(DoubleDouble::ratio(p as f64, q as f64));
    let logarithm = base.real().abs().apply(Elementary::Ln);
    let size = (exponent * logarithm).apply(Elementary::Exp);
    let value = if p % 2 == 0 { size } else { -size };
    base.power_of_constant(exponent, value, algebra)
}
