//! mistake: activation-derivative-of-output
//!
//! The output was squashed once more: the slope at a, where the slope at z was wanted.

pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

pub fn sigmoid_prime_from_output(a: f64) -> f64 {
    let squashed = sigmoid(a);
    squashed * (1.0 - squashed)
}
