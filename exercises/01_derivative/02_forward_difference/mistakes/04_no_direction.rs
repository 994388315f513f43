//! property: linear_in_f
//!
//! The rise became a distance: a falling curve seems to climb.

pub fn forward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x)).abs() / h
}

pub fn backward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x) - f(x - h)).abs() / h
}
