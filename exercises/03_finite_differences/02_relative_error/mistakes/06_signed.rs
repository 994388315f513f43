//! property: order_does_not_matter
//!
//! A distance with a sign.

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a == n {
        0.0
    } else {
        (a - n) / (a.abs() + n.abs())
    }
}
