//! property: the_same_on_both_sides
//!
//! Far to the left the step stays small.

pub fn good_step(x: f64) -> f64 {
    f64::EPSILON.cbrt() * x.max(1.0)
}
