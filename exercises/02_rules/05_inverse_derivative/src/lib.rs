//! The derivative of the function that undoes another.

/// The derivative of the inverse of f, at `y`.
///
/// `df` is the derivative of f. `inverse` undoes f: if f takes x to y, it takes y back to x. It is not 1/f.
///
/// | f | inverse | y | result |
/// |---|---|---|---|
/// | x², for x > 0 | √y | 9 | 1/6 |
/// | eˣ | ln y | 2 | 0.5 |
/// | 2x + 1 | (y − 1)/2 | 7 | 0.5 |
pub fn inverse_derivative(df: impl Fn(f64) -> f64, inverse: impl Fn(f64) -> f64, y: f64) -> f64 {
    todo!(
        "the rate of the way back at {y}, which leads to {}, where df is {}",
        inverse(y),
        df(inverse(y))
    )
}
