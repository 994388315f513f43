//! The line that fits best.

/// Slope and intercept of the tangent of `f` at `x0`; `df` is the derivative of `f`.
///
/// The tangent goes through the point of the curve over `x0`, with the slope that the curve has there.
/// The intercept is the height of the line at x = 0.
///
/// For f(x) = 3x² − 4x + 5 at 3 the tangent is y = 14x − 22, so the result is (14, −22).
pub fn tangent_line(f: impl Fn(f64) -> f64, df: impl Fn(f64) -> f64, x0: f64) -> (f64, f64) {
    todo!(
        "slope and intercept of the line through ({x0}, {}), where df({x0}) = {}",
        f(x0),
        df(x0)
    )
}
