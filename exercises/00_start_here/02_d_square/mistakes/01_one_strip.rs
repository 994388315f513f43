//! mistake: factor-two
//!
//! The stub: one of the two strips.

pub fn d_square(x: f64) -> f64 {
    x
}
