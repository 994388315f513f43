//! Twice a number.
//!
//! To discuss: the second test knows nothing of the number 2, it only compares sums. A continuous function that
//! passes it for all numbers is `x` times a constant, and the first test picks the constant out of all of them.
//! Two tests, each too weak alone, leave one answer. A derivative is such a function too: it doubles when `f`
//! doubles, and the derivative of a sum is the sum of the derivatives. Many tests in this book use that.

/// Twice `x`.
pub fn double(x: f64) -> f64 {
    2.0 * x
}
