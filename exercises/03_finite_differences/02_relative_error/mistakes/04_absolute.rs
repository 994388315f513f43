//! property: between_zero_and_one
//!
//! The distance alone: a fixed tolerance in disguise.

pub fn relative_error(a: f64, n: f64) -> f64 {
    (a - n).abs()
}
