//! mistake: inner-derivative-inside
//! f receives the rate of g, where it should receive its value.

/// See the stub.
pub fn chain_scalar(
    df: impl Fn(f64) -> f64,
    _g: impl Fn(f64) -> f64,
    dg: impl Fn(f64) -> f64,
    x: f64,
) -> f64 {
    df(dg(x))
}
