//! property: is_odd
//!
//! A length has no sign, a slope has.

pub fn d_square(x: f64) -> f64 {
    2.0 * x.abs()
}
