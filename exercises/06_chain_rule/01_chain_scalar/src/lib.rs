//! The chain rule on one road: rates multiply.

/// The derivative of `f(g(x))` at `x`.
///
/// `df` is the derivative of `f`, and `dg` the derivative of `g`. You do not get `f` itself: its rate is enough.
///
/// With `g(x) = x² + x` and `f(t) = t³` the answer at `x = 1` is 36.
pub fn chain_scalar(
    df: impl Fn(f64) -> f64,
    g: impl Fn(f64) -> f64,
    dg: impl Fn(f64) -> f64,
    x: f64,
) -> f64 {
    todo!(
        "put the rates together at x = {x}: g = {:.4} there, its rate is {:.4}; the rate of f at x is {:.4}, but is x the place?",
        g(x),
        dg(x),
        df(x)
    )
}
