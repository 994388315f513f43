//! The derivatives of the built-in functions of one argument: one table, a rule a line.
//!
//! Textbook formulas (NIST Digital Library of Mathematical Functions, chapters 4 and 7). The chain rule multiplies
//! each by the inner derivative.

use super::term::Term;
use crate::derivation::syntax::Builtin;
use Builtin::*;
use std::f64::consts::FRAC_PI_2;

/// One row: a function, its value, and its derivative at `u`.
pub struct Row {
    /// The function.
    pub function: Builtin,
    /// Its value at a number; NaN outside its domain.
    pub value: fn(f64) -> f64,
    /// Its derivative at a formula.
    pub derivative: fn(&Term) -> Term,
}

const fn row(function: Builtin, value: fn(f64) -> f64, derivative: fn(&Term) -> Term) -> Row {
    Row {
        function,
        value,
        derivative,
    }
}

/// Every function that the rules differentiate.
#[rustfmt::skip]
pub const FUNCTIONS: &[Row] = &[
    row(Exp,      f64::exp,                 |u| u.call(Exp)),
    row(Ln,       f64::ln,                  |u| 1.0 / u),
    row(Log,      f64::ln,                  |u| 1.0 / u),
    row(Log10,    f64::log10,               |u| 1.0 / (u * Term::number(10.0).call(Ln))),
    row(Sqrt,     f64::sqrt,                |u| 1.0 / (2.0 * u.call(Sqrt))),
    row(Cbrt,     f64::cbrt,                |u| 1.0 / (3.0 * u.call(Cbrt).powf(2.0))),
    row(Sin,      f64::sin,                 |u| u.call(Cos)),
    row(Cos,      f64::cos,                 |u| -u.call(Sin)),
    row(Tan,      f64::tan,                 |u| u.call(Sec).powf(2.0)),
    row(Sec,      |u| 1.0 / u.cos(),        |u| u.call(Sec) * u.call(Tan)),
    row(Csc,      |u| 1.0 / u.sin(),        |u| -(u.call(Csc) * u.call(Cot))),
    row(Cot,      |u| 1.0 / u.tan(),        |u| -u.call(Csc).powf(2.0)),
    row(Arcsin,   f64::asin,                |u| 1.0 / (1.0 - u.powf(2.0)).call(Sqrt)),
    row(Arccos,   f64::acos,                |u| -(1.0 / (1.0 - u.powf(2.0)).call(Sqrt))),
    row(Arctan,   f64::atan,                |u| 1.0 / (1.0 + u.powf(2.0))),
    row(Arcsec,   |u| (1.0 / u).acos(),     |u| 1.0 / (u.abs() * (u.powf(2.0) - 1.0).call(Sqrt))),
    row(Arccsc,   |u| (1.0 / u).asin(),     |u| -(1.0 / (u.abs() * (u.powf(2.0) - 1.0).call(Sqrt)))),
    row(Arccot,   |u| FRAC_PI_2 - u.atan(), |u| -(1.0 / (1.0 + u.powf(2.0)))),
    row(Sinh,     f64::sinh,                |u| u.call(Cosh)),
    row(Cosh,     f64::cosh,                |u| u.call(Sinh)),
    row(Tanh,     f64::tanh,                |u| 1.0 - u.call(Tanh).powf(2.0)),
    row(Sech,     |u| 1.0 / u.cosh(),       |u| -(u.call(Sech) * u.call(Tanh))),
    row(Csch,     |u| 1.0 / u.sinh(),       |u| -(u.call(Csch) * u.call(Coth))),
    row(Coth,     |u| 1.0 / u.tanh(),       |u| -u.call(Csch).powf(2.0)),
    row(Arsinh,   f64::asinh,               |u| 1.0 / (u.powf(2.0) + 1.0).call(Sqrt)),
    row(Arcosh,   f64::acosh,               |u| 1.0 / (u.powf(2.0) - 1.0).call(Sqrt)),
    row(Artanh,   f64::atanh,               |u| 1.0 / (1.0 - u.powf(2.0))),
    row(Arsech,   |u| (1.0 / u).acosh(),    |u| -(1.0 / (u * (1.0 - u.powf(2.0)).call(Sqrt)))),
    row(Arcsch,   |u| (1.0 / u).asinh(),    |u| -(1.0 / (u.abs() * (1.0 + u.powf(2.0)).call(Sqrt)))),
    row(Arcoth,   |u| (1.0 / u).atanh(),    |u| 1.0 / (1.0 - u.powf(2.0))),
    row(Sigmoid,  |u| 1.0 / (1.0 + (-u).exp()), |u| u.call(Sigmoid) * (1.0 - u.call(Sigmoid))),
    row(Softplus, softplus,                 |u| u.call(Sigmoid)),
    row(Relu,     |u| u.max(0.0),           |u| (1.0 + u.call(Sign)) / 2.0),
    row(Sign,     sign,                     |_| Term::number(0.0)),
    row(Floor,    f64::floor,               |_| Term::number(0.0)),
    row(Ceil,     f64::ceil,                |_| Term::number(0.0)),
];

/// The row of a function; `None` for those of several arguments and those of vectors.
pub fn find(function: Builtin) -> Option<&'static Row> {
    FUNCTIONS.iter().find(|row| row.function == function)
}

/// The value of a function; NaN everywhere when it is not in the table.
pub(super) fn value(function: Builtin) -> fn(f64) -> f64 {
    find(function).map_or(|_| f64::NAN, |row| row.value)
}

/// ln(1 + eᵘ), which must not overflow.
fn softplus(u: f64) -> f64 {
    u.max(0.0) + (-u.abs()).exp().ln_1p()
}

/// 0 at 0, where `signum` says 1.
fn sign(u: f64) -> f64 {
    if u == 0.0 { 0.0 } else { u.signum() }
}
