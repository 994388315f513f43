//! The chain rule where the outer function is a power.

/// The derivative of g(x)ⁿ at `x`; `dg` is the derivative of `g`.
///
/// `n` is any whole number, 0 and negative ones included. For negative `n`, g(x) is not 0.
///
/// With g(x) = x² + x, at 1, where g = 2 and g′ = 3:
///
/// | n | the power there | its derivative there |
/// |---|---|---|
/// | 1 | 2 | 3 |
/// | 2 | 4 | 12 |
/// | 3 | 8 | 36 |
/// | −1 | 0.5 | −0.75 |
pub fn power_chain(g: impl Fn(f64) -> f64, dg: impl Fn(f64) -> f64, n: i32, x: f64) -> f64 {
    todo!(
        "the derivative of g to the power {n} at {x}, where g = {} and dg = {}",
        g(x),
        dg(x)
    )
}
