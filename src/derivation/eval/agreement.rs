//! When two numbers agree: relative to their size, and never because what was lost in cancellation covers both.

use super::evaluator::{Entry, Value};

/// Numbers closer than this, relative to the larger, agree when the line has decimals that may be rounded.
pub(crate) const ROUNDED: f64 = 1e-8;
/// The same for exact expressions; what evaluation itself loses is counted apart.
pub(crate) const EXACT: f64 = 1e-11;
/// The same in double-doubles, where some points agree and some do not.
pub(crate) const STRICT: f64 = 1e-24;
/// A comparison that loses more than this part of the numbers proves nothing.
const LOST: f64 = 1e-7;

/// What one point says about two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Agreement {
    /// Equal, to many digits.
    Agrees,
    /// Different beyond doubt.
    Differs,
    /// Too little is left of the numbers after cancellation.
    Vague,
}

/// Compares two values of the same shape entry by entry; a number meets every entry.
pub(crate) fn compare(a: &Value, b: &Value, tolerance: f64) -> Agreement {
    let count = a.entries.len().max(b.entries.len());
    let entry =
        |value: &Value, k: usize| value.entries[if value.entries.len() == 1 { 0 } else { k }];
    let mut result = None;
    for k in 0..count {
        match numbers(entry(a, k), entry(b, k), tolerance) {
            Agreement::Differs => return Agreement::Differs,
            Agreement::Agrees => result = Some(Agreement::Agrees),
            Agreement::Vague => result = result.or(Some(Agreement::Vague)),
        }
    }
    result.unwrap_or(Agreement::Vague)
}

/// The first entry that differs.
pub(crate) fn first_difference(a: &Value, b: &Value, tolerance: f64) -> Option<usize> {
    let count = a.entries.len().max(b.entries.len());
    let entry =
        |value: &Value, k: usize| value.entries[if value.entries.len() == 1 { 0 } else { k }];
    (0..count).find(|&k| numbers(entry(a, k), entry(b, k), tolerance) == Agreement::Differs)
}

fn numbers(a: Entry, b: Entry, tolerance: f64) -> Agreement {
    let size = a.value.hypot(a.imaginary).max(b.value.hypot(b.imaginary));
    let difference = (a.value - b.value) + (a.rest - b.rest);
    let difference = difference.hypot(a.imaginary - b.imaginary);
    let error = a.error + b.error;
    if !size.is_finite() || !error.is_finite() {
        return Agreement::Vague;
    }
    if size == 0.0 && error == 0.0 {
        return Agreement::Agrees;
    }
    if difference > tolerance * size + 4.0 * error {
        return Agreement::Differs;
    }
    if error <= LOST * size {
        Agreement::Agrees
    } else {
        Agreement::Vague
    }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, EXACT, Entry, numbers};

    fn entry(value: f64, error: f64) -> Entry {
        Entry {
            value,
            rest: 0.0,
            imaginary: 0.0,
            error,
        }
    }

    #[test]
    fn what_cancellation_has_eaten_proves_nothing() {
        // The doubled sech⁴(7x), both far below what its terms lost.
        let (a, b) = (entry(1e-20, 1e-16), entry(2e-20, 1e-16));
        assert_eq!(numbers(a, b, EXACT), Agreement::Vague);
        let (a, b) = (entry(1e-20, 1e-36), entry(2e-20, 1e-36));
        assert_eq!(numbers(a, b, EXACT), Agreement::Differs);
    }

    #[test]
    fn an_underflow_is_not_an_exact_zero() {
        let (zero, tiny) = (entry(0.0, 0.0), entry(0.0, f64::MIN_POSITIVE));
        assert_eq!(numbers(zero, zero, EXACT), Agreement::Agrees);
        assert_eq!(numbers(zero, tiny, EXACT), Agreement::Vague);
    }
}
