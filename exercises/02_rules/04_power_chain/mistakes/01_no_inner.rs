//! mistake: missing-inner-derivative
//!
//! The power rule, as if g(x) were x.

pub fn power_chain(g: impl Fn(f64) -> f64, _dg: impl Fn(f64) -> f64, n: i32, x: f64) -> f64 {
    if n == 0 {
        return 0.0;
    }
    f64::from(n) * g(x).powi(n - 1)
}
