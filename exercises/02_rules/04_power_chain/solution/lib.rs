//! The chain rule where the outer function is a power.
//!
//! With t = g(x) the outer function is tⁿ, with the rate n tⁿ⁻¹ **at t = g(x)**. The inner rate is g′(x):
//!
//! ```text
//! d/dx g(x)ⁿ = n g(x)ⁿ⁻¹ · g′(x)
//! ```
//!
//! For g = x² + x and n = 3 at 1: 3 · 2² · 3 = 36.
//!
//! The case n = 0 stands apart in a program: the power is the constant 1 and its derivative is 0, but the formula says
//! 0 · g⁻¹ · g′, and where g is 0 that is 0 · ∞, which is NaN.
//!
//! To discuss: the rule for n = −1 gives −g′/g². Use it together with the product rule to find the derivative of f/g
//! once more. And why may n not be a number like 0.5 here? (It may, where g is positive.)

/// The derivative of g(x)ⁿ at `x`; `dg` is the derivative of `g`.
pub fn power_chain(g: impl Fn(f64) -> f64, dg: impl Fn(f64) -> f64, n: i32, x: f64) -> f64 {
    if n == 0 {
        return 0.0;
    }
    f64::from(n) * g(x).powi(n - 1) * dg(x)
}
