//! property: first_and_zeroth_power
//!
//! The formula as it stands: 0 · ∞ where n and g are 0.

pub fn power_chain(g: impl Fn(f64) -> f64, dg: impl Fn(f64) -> f64, n: i32, x: f64) -> f64 {
    f64::from(n) * g(x).powi(n - 1) * dg(x)
}
