//! property: softplus_far_out
//!
//! As it stands on paper: infinite at 800.

pub fn tanh_prime_from_output(a: f64) -> f64 {
    1.0 - a * a
}

pub fn relu_prime(z: f64) -> f64 {
    if z > 0.0 { 1.0 } else { 0.0 }
}

pub fn softplus(z: f64) -> f64 {
    (1.0 + z.exp()).ln()
}
