//! mistake: constant-multiple
//!
//! Divided by 2 and multiplied by h.

pub fn central_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x - h)) / 2.0 * h
}
