//! property: a_sum_is_doubled_term_by_term
//!
//! The square: right at 0 and at 2.

pub fn double(x: f64) -> f64 {
    x * x
}
