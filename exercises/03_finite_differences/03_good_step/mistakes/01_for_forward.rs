//! property: close_to_the_best_of_forty_steps
//!
//! The step of a forward difference.

pub fn good_step(x: f64) -> f64 {
    f64::EPSILON.sqrt() * x.abs().max(1.0)
}
