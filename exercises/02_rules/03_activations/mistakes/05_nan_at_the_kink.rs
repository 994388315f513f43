//! property: relu_at_its_kink
//!
//! A clever formula without an `if`: at 0 it is 0/0.

pub fn tanh_prime_from_output(a: f64) -> f64 {
    1.0 - a * a
}

pub fn relu_prime(z: f64) -> f64 {
    0.5 * (1.0 + z / z.abs())
}

pub fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}
