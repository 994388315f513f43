//! property: grows_with_x
//!
//! Grows, and too slowly.

pub fn good_step(x: f64) -> f64 {
    f64::EPSILON.cbrt() * (1.0 + x.abs().sqrt())
}
