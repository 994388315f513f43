//! mistake: factor-two
//!
//! The two inputs are 2h apart, not h.

pub fn central_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x - h)) / h
}
