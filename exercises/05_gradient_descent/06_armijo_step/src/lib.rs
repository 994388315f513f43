//! Backtracking: try a step, look whether it paid, halve it.

/// The first of the steps 1, ½, ¼, … that lowers `f` by at least a tenth of what the gradient promises at `x`.
///
/// A step s leads to x - s ∇f(x), and the promise is s ‖∇f(x)‖². Where the gradient is zero the answer is 0.
///
/// For f = 50x² at x = 1 the gradient is 100, and its square 10000:
///
/// | step | leads to | f there | may be at most | |
/// |---|---|---|---|---|
/// | 1 | -99 | 490050 | 50 - 1000 = -950 | halve |
/// | … | | | | |
/// | 1/32 | -2.125 | 225.78 | 50 - 31.25 = 18.75 | halve |
/// | 1/64 | -0.5625 | 15.82 | 50 - 15.625 = 34.375 | accept |
pub fn armijo_step(
    f: impl Fn(&[f64]) -> f64,
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    x: &[f64],
) -> f64 {
    todo!(
        "a step that pays, from {x:?}, where f is {} and the gradient {:?}",
        f(x),
        gradient(x)
    )
}
