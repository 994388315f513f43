//! mistake: power-lost-coefficient
//!
//! The exponent went down by one and did not come down as a factor.

pub fn power_chain(g: impl Fn(f64) -> f64, dg: impl Fn(f64) -> f64, n: i32, x: f64) -> f64 {
    if n == 0 {
        return 0.0;
    }
    g(x).powi(n - 1) * dg(x)
}
