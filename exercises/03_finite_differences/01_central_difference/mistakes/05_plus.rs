//! property: raising_the_curve_changes_no_slope
//!
//! A sum of outputs where their difference belongs.

pub fn central_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) + f(x - h)) / (2.0 * h)
}
