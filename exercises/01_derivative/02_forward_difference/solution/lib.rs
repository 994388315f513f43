//! The difference quotient, to the right and to the left.
//!
//! Both are slopes of secants with one end at x. For f(x) = 3x² − 4x + 5,
//!
//! ```text
//! f(x + h) − f(x) = 6xh + 3h² − 4h      so the slope ahead is 6x − 4 + 3h
//! f(x) − f(x − h) = 6xh − 3h² − 4h      so the slope back  is 6x − 4 − 3h
//! ```
//!
//! To discuss: one is too large by 3h, the other too small by 3h. What would their mean be? Is that a property of
//! this curve, or of all curves? Lesson 3 takes this up.

/// The slope of the secant from `x` to `x + h`.
pub fn forward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x)) / h
}

/// The slope of the secant from `x - h` to `x`.
pub fn backward_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x) - f(x - h)) / h
}
