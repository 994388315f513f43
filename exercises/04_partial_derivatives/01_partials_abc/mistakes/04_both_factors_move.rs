//! property: the_slope_by_a_is_linear_in_b
//!
//! The product rule with the other factor differentiated by its own letter; the source is a note.

pub fn partials_abc(a: f64, b: f64, _c: f64) -> [f64; 3] {
    [b + a, a + b, 1.0]
}
