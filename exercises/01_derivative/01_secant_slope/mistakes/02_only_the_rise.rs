//! property: order_does_not_matter
//!
//! The run is missing. From 3 to 4 the run is 1 and nobody notices.

pub fn secant_slope(f: impl Fn(f64) -> f64, a: f64, b: f64) -> f64 {
    f(b) - f(a)
}
