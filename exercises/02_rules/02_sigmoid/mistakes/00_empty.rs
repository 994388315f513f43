//! mistake: always-zero

pub fn sigmoid(_z: f64) -> f64 {
    0.0
}

pub fn sigmoid_prime_from_output(_a: f64) -> f64 {
    0.0
}
