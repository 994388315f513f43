//! property: twice_the_truth_is_a_third_off
//!
//! Measured by the larger of the two: a usable measure, that goes to 2.

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a == n {
        0.0
    } else {
        (a - n).abs() / a.abs().max(n.abs())
    }
}
