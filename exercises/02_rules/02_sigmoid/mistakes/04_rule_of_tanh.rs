//! mistake: activation-derivative-swapped
//!
//! The slope of another squashing function.

pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

pub fn sigmoid_prime_from_output(a: f64) -> f64 {
    1.0 - a * a
}
