//! mistake: activation-derivative-swapped
//!
//! The slope of another squashing function.

pub fn tanh_prime_from_output(a: f64) -> f64 {
    a * (1.0 - a)
}

pub fn relu_prime(z: f64) -> f64 {
    if z > 0.0 { 1.0 } else { 0.0 }
}

pub fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}
