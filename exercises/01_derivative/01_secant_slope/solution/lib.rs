//! Rise over run.
//!
//! The two points are (a, f(a)) and (b, f(b)). Going from the first to the second, the height changes by f(b) − f(a)
//! while the place changes by b − a. For f(x) = 3x² − 4x + 5 from 3 to 4: (37 − 20)/(4 − 3) = 17.
//!
//! To discuss: with a = b this returns NaN, which is 0/0. Is that the right answer? A slope "at a point" has to be
//! defined in another way, and the rest of the lesson does it. And what does the function return for a = 3 and
//! b = 3 + 1e-17? The machine cannot tell the two apart; lesson 3 comes back to this.

/// The slope of the straight line through two points of the curve of `f`: the one over `a` and the one over `b`.
pub fn secant_slope(f: impl Fn(f64) -> f64, a: f64, b: f64) -> f64 {
    (f(b) - f(a)) / (b - a)
}
