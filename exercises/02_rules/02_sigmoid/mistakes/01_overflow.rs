//! property: stays_between_0_and_1
//!
//! Infinity over infinity far to the right.

pub fn sigmoid(z: f64) -> f64 {
    z.exp() / (1.0 + z.exp())
}

pub fn sigmoid_prime_from_output(a: f64) -> f64 {
    a * (1.0 - a)
}
