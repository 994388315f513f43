//! property: comes_close
//!
//! The limit was taken of the rise, not of the quotient: it goes to 0.

pub fn forward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    f(x + h) - f(x)
}

pub fn backward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    f(x) - f(x - h)
}
