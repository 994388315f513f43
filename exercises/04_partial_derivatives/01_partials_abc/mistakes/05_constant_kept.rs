//! property: c_changes_no_slope
//!
//! The added c is kept, where its slope by a is 0.

pub fn partials_abc(a: f64, b: f64, c: f64) -> [f64; 3] {
    [b + c, a + c, 1.0]
}
