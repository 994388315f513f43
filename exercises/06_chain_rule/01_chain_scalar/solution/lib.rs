//! The chain rule on one road: rates multiply.
//!
//! Nudge `x` by a small `t`. Then `g(x + t) ≈ g(x) + dg(x) t`: out of `g` comes the nudge `dg(x) t`.
//! It arrives at `f` at the point `g(x)`, and `f(g(x) + s) ≈ f(g(x)) + df(g(x)) s` with `s = dg(x) t`.
//! So the nudge at the end is `df(g(x)) dg(x) t`, and the rate is the factor in front of `t`.
//!
//! To discuss: why does `chain_scalar` need `g` but not `f`? What would it need for a third function behind `f`?
//! A program that differentiates has to keep, or to compute again, exactly these inner values. Reverse mode
//! (lesson 9) keeps them, and lesson 21 is about what that costs.

/// The derivative of `f(g(x))` at `x`.
pub fn chain_scalar(
    df: impl Fn(f64) -> f64,
    g: impl Fn(f64) -> f64,
    dg: impl Fn(f64) -> f64,
    x: f64,
) -> f64 {
    df(g(x)) * dg(x)
}
