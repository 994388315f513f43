//! property: on_the_lessons_curve
//!
//! The rise from a to b over the run from b to a: every slope has the wrong sign.

pub fn secant_slope(f: impl Fn(f64) -> f64, a: f64, b: f64) -> f64 {
    (f(b) - f(a)) / (a - b)
}
