//! Finding the place where a derivative is zero, by halving.

/// The bracket around a zero of `df`, after `steps` halvings of the one from `lo` to `hi`.
///
/// `lo < hi`, and `df` has opposite signs at the two ends: the curve falls at one and rises at the other.
/// If `df` does not jump, it is zero somewhere between. Each step looks at the middle and keeps the half in which
/// the sign changes. The zero may lie on an end of the bracket.
///
/// For df(x) = 6x − 4 between 0 and 1:
///
/// | steps | bracket |
/// |---|---|
/// | 1 | 0.5 to 1 |
/// | 2 | 0.5 to 0.75 |
/// | 3 | 0.625 to 0.75 |
pub fn bisection_of_derivative(
    df: impl Fn(f64) -> f64,
    lo: f64,
    hi: f64,
    steps: u32,
) -> (f64, f64) {
    todo!(
        "halve the bracket from {lo} (slope {}) to {hi} (slope {}) {steps} times",
        df(lo),
        df(hi)
    )
}
