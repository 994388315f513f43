//! Three functions that networks put between their layers.
//!
//! **tanh.** With u = eᶻ − e⁻ᶻ and v = eᶻ + e⁻ᶻ we have u′ = v and v′ = u, so the quotient rule gives
//! (v·v − u·u)/v² = 1 − (u/v)². That is 1 − a².
//!
//! **ReLU.** Slope 0 to the left of 0 and 1 to the right. At 0 every number between is defensible; 0 is what most
//! libraries take.
//!
//! **softplus.** For z > 0 take eᶻ out of the logarithm: ln(1 + eᶻ) = z + ln(1 + e⁻ᶻ). Both cases in one line:
//! max(z, 0) + ln(1 + e^(−|z|)). `ln_1p` keeps the digits when the exponential is tiny.
//!
//! To discuss: the last test of softplus allows 1e-12 at z = −800, where the truth is 4e−348. Which digits of
//! softplus(−40) does ln(1 + x) lose, and ln_1p keep? And why does no library warn you at the kink of ReLU?

/// The slope of tanh at the place where its output is `a`, between −1 and 1.
pub fn tanh_prime_from_output(a: f64) -> f64 {
    1.0 - a * a
}

/// The slope of ReLU, max(z, 0), at `z`.
pub fn relu_prime(z: f64) -> f64 {
    if z > 0.0 { 1.0 } else { 0.0 }
}

/// softplus: ln(1 + eᶻ), finite for every finite `z`.
pub fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}
