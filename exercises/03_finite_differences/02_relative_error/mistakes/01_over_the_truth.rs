//! property: order_does_not_matter
//!
//! Measured by one of the two alone.

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a == n { 0.0 } else { (a - n).abs() / n.abs() }
}
