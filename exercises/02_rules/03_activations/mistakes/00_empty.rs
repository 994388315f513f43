//! mistake: always-zero

pub fn tanh_prime_from_output(_a: f64) -> f64 {
    0.0
}

pub fn relu_prime(_z: f64) -> f64 {
    0.0
}

pub fn softplus(_z: f64) -> f64 {
    0.0
}
