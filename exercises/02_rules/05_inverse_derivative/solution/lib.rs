//! The derivative of the function that undoes another.
//!
//! f(f⁻¹(y)) = y. Differentiate both sides by y, the left one with the chain rule:
//!
//! ```text
//! f′(f⁻¹(y)) · (f⁻¹)′(y) = 1
//! ```
//!
//! and divide. The rate of f is taken at x = f⁻¹(y), the place that the way back leads to. For the square at y = 9:
//! x = 3, f′(3) = 6, and the root has the rate 1/6.
//!
//! To discuss: where f′ is 0 the result is infinite. What does the curve of the root look like at 0? The derivation
//! supposed that the inverse has a derivative. Where did it do so?

/// The derivative of the inverse of f, at `y`.
pub fn inverse_derivative(df: impl Fn(f64) -> f64, inverse: impl Fn(f64) -> f64, y: f64) -> f64 {
    1.0 / df(inverse(y))
}
