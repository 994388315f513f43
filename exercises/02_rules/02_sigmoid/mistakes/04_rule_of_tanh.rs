//! property: slope_is_the_same_on_both_sides
//!
//! The slope of another squashing function.

pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

pub fn sigmoid_prime_from_output(a: f64) -> f64 {
    1.0 - a * a
}
