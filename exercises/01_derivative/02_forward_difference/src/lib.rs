//! The difference quotient, to the right and to the left.

/// The slope of the secant from `x` to `x + h`.
///
/// `h` is not 0. For f(x) = 3x² − 4x + 5 at 3, where the derivative is 14:
///
/// | h | slope |
/// |---|---|
/// | 0.1 | 14.3 |
/// | 0.001 | 14.003 |
pub fn forward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    todo!("the slope from {x} to {}, where f({x}) = {}", x + h, f(x))
}

/// The slope of the secant from `x - h` to `x`.
///
/// For the same curve at 3 it is 13.7 with h = 0.1, and 13.997 with h = 0.001.
pub fn backward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    todo!("the slope from {} to {x}, where f({x}) = {}", x - h, f(x))
}
