//! property: close_to_the_best_of_forty_steps
//!
//! The right side of the V.

pub fn good_step(x: f64) -> f64 {
    1e-2 * x.abs().max(1.0)
}
