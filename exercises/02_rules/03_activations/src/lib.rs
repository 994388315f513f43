//! Three functions that networks put between their layers.

/// The slope of tanh at the place where its output is `a`, between −1 and 1.
///
/// | a | slope |
/// |---|---|
/// | 0 | 1 |
/// | 0.5 | 0.75 |
/// | −0.9 | 0.19 |
pub fn tanh_prime_from_output(a: f64) -> f64 {
    todo!("the slope of tanh where its output is {a}")
}

/// The slope of ReLU, max(z, 0), at `z`.
///
/// At 0 there is a kink and no derivative. Return a number there that lies between the two one-sided slopes.
pub fn relu_prime(z: f64) -> f64 {
    todo!("the slope of max(z, 0) at z = {z}")
}

/// softplus: ln(1 + eᶻ), finite for every finite `z`.
///
/// | z | softplus |
/// |---|---|
/// | −3 | 0.0486 |
/// | 0 | 0.6931 |
/// | 3 | 3.0486 |
/// | 800 | 800 |
pub fn softplus(z: f64) -> f64 {
    todo!("the softplus of {z}")
}
