//! The sigmoid squashes any number into the range from 0 to 1.
//!
//! σ(z) = 1/(1 + e⁻ᶻ). For z = −800 this needs e⁸⁰⁰, which is infinite in an `f64`. Above and below times eᶻ, the same
//! fraction is eᶻ/(1 + eᶻ), and for negative z nothing in it is larger than 1.
//!
//! The slope, with the chain rule twice (the second time for −z):
//!
//! ```text
//! σ′(z) = −(1 + e⁻ᶻ)⁻² · (−e⁻ᶻ) = 1/(1 + e⁻ᶻ) · e⁻ᶻ/(1 + e⁻ᶻ) = a (1 − a)
//! ```
//!
//! because e⁻ᶻ/(1 + e⁻ᶻ) is what a lacks to 1.
//!
//! To discuss: 1/(1 + (−z).exp()) also passes the tests here, since 1/∞ is 0. What would break if the slope were
//! computed from the exponential? And what does 1 − a lose when a is close to 1? (At z = 40 the true slope is 4e−18;
//! from the output, which is rounded to 1, it is 0.)

/// The sigmoid of `z`, finite for every finite `z`.
pub fn sigmoid(z: f64) -> f64 {
    if z >= 0.0 {
        1.0 / (1.0 + (-z).exp())
    } else {
        let e = z.exp();
        e / (1.0 + e)
    }
}

/// The slope of the sigmoid at the place where its output is `a`.
pub fn sigmoid_prime_from_output(a: f64) -> f64 {
    a * (1.0 - a)
}
