//! mistake: sign-lost
//!
//! One of the two minus signs of the derivation got lost.

pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

pub fn sigmoid_prime_from_output(a: f64) -> f64 {
    -a * (1.0 - a)
}
