//! mistake: argument-replaced
//! The rate of f is taken at x, not at the number that f receives.

/// See the stub.
pub fn chain_scalar(
    df: impl Fn(f64) -> f64,
    _g: impl Fn(f64) -> f64,
    dg: impl Fn(f64) -> f64,
    x: f64,
) -> f64 {
    df(x) * dg(x)
}
