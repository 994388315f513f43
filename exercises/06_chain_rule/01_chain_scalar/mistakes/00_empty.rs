//! mistake: always-zero
//! Zero, whatever the rates are.

/// See the stub.
pub fn chain_scalar(
    _df: impl Fn(f64) -> f64,
    _g: impl Fn(f64) -> f64,
    _dg: impl Fn(f64) -> f64,
    _x: f64,
) -> f64 {
    0.0
}
