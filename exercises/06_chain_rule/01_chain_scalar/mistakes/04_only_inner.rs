//! mistake: only-inner-derivative
//! The rate of f is left out.

/// See the stub.
pub fn chain_scalar(
    _df: impl Fn(f64) -> f64,
    _g: impl Fn(f64) -> f64,
    dg: impl Fn(f64) -> f64,
    x: f64,
) -> f64 {
    dg(x)
}
