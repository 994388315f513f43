//! mistake: inner-function-as-factor
//! The value of g stands where its rate belongs.

/// See the stub.
pub fn chain_scalar(
    df: impl Fn(f64) -> f64,
    g: impl Fn(f64) -> f64,
    _dg: impl Fn(f64) -> f64,
    x: f64,
) -> f64 {
    df(g(x)) * g(x)
}
