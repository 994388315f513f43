//! property: exact_for_lines
//!
//! Upside down.

pub fn secant_slope(f: impl Fn(f64) -> f64, a: f64, b: f64) -> f64 {
    (b - a) / (f(b) - f(a))
}
