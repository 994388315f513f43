//! property: between_zero_and_one
//!
//! The size of the sum, where the sum of the sizes belongs.

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a == n {
        0.0
    } else {
        (a - n).abs() / (a + n).abs()
    }
}
