//! The slope of a function, from two of its values.

/// The slope of the line through two points of `f`: one `h` ahead of `x`, one `h` behind it.
///
/// For x³ around 1, with h = 0.5:
///
/// | | input | output |
/// |---|---|---|
/// | ahead | 1.5 | 3.375 |
/// | behind | 0.5 | 0.125 |
///
/// The outputs are 3.25 apart and the inputs 1, so the answer is 3.25. The derivative of x³ at 1 is 3: with a
/// step as large as this the answer is off by 0.25.
pub fn central_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    todo!(
        "the slope of f around x = {x} with step h = {h}, where f({x}) = {}",
        f(x)
    )
}
