//! property: softplus_rises_with_the_sigmoid
//!
//! The rounding of the corner is missing.

pub fn tanh_prime_from_output(a: f64) -> f64 {
    1.0 - a * a
}

pub fn relu_prime(z: f64) -> f64 {
    if z > 0.0 { 1.0 } else { 0.0 }
}

pub fn softplus(z: f64) -> f64 {
    z.max(0.0)
}
