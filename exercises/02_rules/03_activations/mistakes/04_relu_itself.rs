//! mistake: not-differentiated
//!
//! The function where its slope was wanted.

pub fn tanh_prime_from_output(a: f64) -> f64 {
    1.0 - a * a
}

pub fn relu_prime(z: f64) -> f64 {
    z.max(0.0)
}

pub fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}
