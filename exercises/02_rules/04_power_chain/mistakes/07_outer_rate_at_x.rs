//! property: power_of_a_power
//!
//! The outer rate was taken at x, not at what arrives there.

pub fn power_chain(_g: impl Fn(f64) -> f64, dg: impl Fn(f64) -> f64, n: i32, x: f64) -> f64 {
    if n == 0 {
        return 0.0;
    }
    f64::from(n) * x.powi(n - 1) * dg(x)
}
