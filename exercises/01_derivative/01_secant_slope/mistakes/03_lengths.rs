//! property: slopes_add_up
//!
//! Distances in place of differences: every curve seems to climb.

pub fn secant_slope(f: impl Fn(f64) -> f64, a: f64, b: f64) -> f64 {
    (f(b) - f(a)).abs() / (b - a).abs()
}
