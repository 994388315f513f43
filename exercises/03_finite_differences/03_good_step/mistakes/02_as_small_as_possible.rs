//! property: close_to_the_best_of_forty_steps
//!
//! "The smaller, the closer to the true slope."

pub fn good_step(x: f64) -> f64 {
    4.0 * f64::EPSILON * x.abs().max(1.0)
}
