//! property: a_sum_is_doubled_term_by_term
//!
//! Two more instead of twice as much: right at 2.

pub fn double(x: f64) -> f64 {
    x + 2.0
}
