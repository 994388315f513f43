//! mistake: only-inner-derivative
//!
//! The inner derivative to the power: the outer function was never differentiated.

pub fn power_chain(_g: impl Fn(f64) -> f64, dg: impl Fn(f64) -> f64, n: i32, x: f64) -> f64 {
    if n == 0 {
        return 0.0;
    }
    dg(x).powi(n)
}
