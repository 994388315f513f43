//! property: a_step_turned_round
//!
//! Looking back, the rise was taken from the later height to the earlier one.

pub fn forward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x)) / h
}

pub fn backward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x - h) - f(x)) / h
}
