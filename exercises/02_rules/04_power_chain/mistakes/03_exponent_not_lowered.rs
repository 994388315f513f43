//! mistake: power-exponent-not-lowered

pub fn power_chain(g: impl Fn(f64) -> f64, dg: impl Fn(f64) -> f64, n: i32, x: f64) -> f64 {
    f64::from(n) * g(x).powi(n) * dg(x)
}
