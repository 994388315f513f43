//! mistake: added-along-path
//! The rates are added; the source is a note that says "upstream + local".

/// See the stub.
pub fn chain_scalar(
    df: impl Fn(f64) -> f64,
    g: impl Fn(f64) -> f64,
    dg: impl Fn(f64) -> f64,
    x: f64,
) -> f64 {
    df(g(x)) + dg(x)
}
