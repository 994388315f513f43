//! mistake: argument-replaced
//!
//! The rate of f at y. But f never sees y: it sees the place that y came from.

pub fn inverse_derivative(df: impl Fn(f64) -> f64, _inverse: impl Fn(f64) -> f64, y: f64) -> f64 {
    1.0 / df(y)
}
