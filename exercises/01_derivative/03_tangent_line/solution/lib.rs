//! The line that fits best.
//!
//! Through (x0, f(x0)) with slope m = df(x0):
//!
//! ```text
//! y = f(x0) + m (x − x0) = m x + (f(x0) − m x0)
//! ```
//!
//! At 3 on the lesson's curve: m = 14 and 20 − 14 · 3 = −22.
//!
//! To discuss: the intercept is far away from where the line was fitted, and is a large number taken from another
//! large number when x0 is large. Which form would you rather compute with near x0, `m x + c` or
//! `f(x0) + m (x − x0)`? Lesson 4 keeps the second.

/// Slope and intercept of the tangent of `f` at `x0`; `df` is the derivative of `f`.
pub fn tangent_line(f: impl Fn(f64) -> f64, df: impl Fn(f64) -> f64, x0: f64) -> (f64, f64) {
    let slope = df(x0);
    (slope, f(x0) - slope * x0)
}
