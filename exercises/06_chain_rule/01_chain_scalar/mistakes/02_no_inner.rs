//! mistake: missing-inner-derivative
//! The rate of g is left out.

/// See the stub.
pub fn chain_scalar(
    df: impl Fn(f64) -> f64,
    g: impl Fn(f64) -> f64,
    _dg: impl Fn(f64) -> f64,
    x: f64,
) -> f64 {
    df(g(x))
}
