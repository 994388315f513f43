//! Rise over run.

/// The slope of the straight line through two points of the curve of `f`: the one over `a` and the one over `b`.
///
/// `a` and `b` are different numbers. For f(x) = 3x² − 4x + 5:
///
/// | from | to | height there | height here | slope |
/// |---|---|---|---|---|
/// | 3 | 4 | 20 | 37 | 17 |
/// | 3 | 3.1 | 20 | 21.43 | 14.3 |
/// | 3 | 2 | 20 | 9 | 11 |
pub fn secant_slope(f: impl Fn(f64) -> f64, a: f64, b: f64) -> f64 {
    todo!(
        "how steep is the line from height {} over {a} to height {} over {b}?",
        f(a),
        f(b)
    )
}
