//! property: softplus_minus_its_mirror
//!
//! The larger part was taken out of the logarithm for negative z as well.

pub fn tanh_prime_from_output(a: f64) -> f64 {
    1.0 - a * a
}

pub fn relu_prime(z: f64) -> f64 {
    if z > 0.0 { 1.0 } else { 0.0 }
}

pub fn softplus(z: f64) -> f64 {
    z.abs() + (-z.abs()).exp().ln_1p()
}
