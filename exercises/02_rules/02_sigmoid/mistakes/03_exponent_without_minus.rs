//! property: rises
//!
//! Falls from 1 to 0.

pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + z.exp())
}

pub fn sigmoid_prime_from_output(a: f64) -> f64 {
    a * (1.0 - a)
}
