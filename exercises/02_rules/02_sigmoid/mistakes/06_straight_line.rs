//! property: mirror
//!
//! Cut off at 0 and 1, as if the middle were a straight line, and not in the middle.

pub fn sigmoid(z: f64) -> f64 {
    (0.25 * z + 0.4).clamp(0.0, 1.0)
}

pub fn sigmoid_prime_from_output(a: f64) -> f64 {
    a * (1.0 - a)
}
