//! Written numbers, exactly: 0.1 is a tenth, and the exponent −2/3 is a fraction.

use super::double_double::DoubleDouble;
use crate::derivation::syntax::{Expr, Kind, Number, Sign};

/// The number as it was written, to double-double precision.
pub(crate) fn exact(number: &Number) -> DoubleDouble {
    if number.value == number.value.trunc() && number.value.abs() < 9e15 {
        return DoubleDouble::from(number.value);
    }
    decimal(&number.text).unwrap_or_else(|| vulgar(number.value))
}

/// A decimal with an optional exponent.
fn decimal(text: &str) -> Option<DoubleDouble> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let figures = format!("{whole}{fraction}");
    if figures.is_empty() || figures.len() > 30 || !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let ten = DoubleDouble::from(10.0);
    let mantissa = figures.bytes().fold(DoubleDouble::ZERO, |sum, digit| {
        sum * ten + DoubleDouble::from(f64::from(digit - b'0'))
    });
    let power = exponent - fraction.len() as i32;
    if power.abs() > 300 {
        return None;
    }
    let scale = (0..power.unsigned_abs()).fold(DoubleDouble::ONE, |scale, _| scale * ten);
    Some(if power < 0 {
        mantissa / scale
    } else {
        mantissa * scale
    })
}

/// Fractions such as ⅓ have no decimal text: the small fraction next to the value.
fn vulgar(value: f64) -> DoubleDouble {
    let near = (1..=10).find(|&q| {
        let p = (value * f64::from(q)).round();
        (p / f64::from(q) - value).abs() < 1e-15
    });
    match near {
        Some(q) => DoubleDouble::ratio((value * f64::from(q)).round(), f64::from(q)),
        None => DoubleDouble::from(value),
    }
}

/// The exponent as a fraction in lowest terms, when it is written as one.
pub(crate) fn fraction(expr: &Expr) -> Option<(i64, i64)> {
    let (p, q) = rational(expr)?;
    let divisor = greatest_common_divisor(p.unsigned_abs(), q.unsigned_abs()) as i64;
    let sign = if q < 0 { -1 } else { 1 };
    (divisor > 0).then(|| (sign * p / divisor, sign * q / divisor))
}

fn rational(expr: &Expr) -> Option<(i64, i64)> {
    match &expr.kind {
        Kind::Number(number)
            if number.value == number.value.trunc() && number.value.abs() < 1e6 =>
        {
            Some((number.value as i64, 1))
        }
        Kind::Number(number) => {
            let q = (2..=10).find(|&q| (number.value * f64::from(q)).fract() == 0.0)?;
            (number.value.abs() < 1e6).then(|| ((number.value * f64::from(q)) as i64, i64::from(q)))
        }
        Kind::Signed(Sign::Minus, inner) => rational(inner).map(|(p, q)| (-p, q)),
        Kind::Signed(Sign::Plus, inner) => rational(inner),
        Kind::Quotient(above, below) => {
            let ((a, b), (c, d)) = (rational(above)?, rational(below)?);
            (c != 0).then_some(())?;
            small(a.checked_mul(d)?, b.checked_mul(c)?)
        }
        Kind::Sum(terms) => terms
            .iter()
            .try_fold((0, 1), |(p, q): (i64, i64), (sign, term)| {
                let (a, b) = rational(term)?;
                let a = match sign {
                    Sign::Plus => a,
                    Sign::Minus => -a,
                    Sign::PlusMinus => return None,
                };
                small(
                    p.checked_mul(b)?.checked_add(a.checked_mul(q)?)?,
                    q.checked_mul(b)?,
                )
            }),
        _ => None,
    }
}

fn small(p: i64, q: i64) -> Option<(i64, i64)> {
    (p.abs() < 1_000_000 && q.abs() < 1_000_000).then_some((p, q))
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 {
        a
    } else {
        greatest_common_divisor(b, a % b)
    }
}
