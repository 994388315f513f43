//! Where a curve has a corner, it has two slopes.

/// The slope of `f` to the left of `x` and the slope to the right, each to about three digits after the point.
///
/// | f | at | left | right |
/// |---|---|---|---|
/// | \|x\| | 0 | −1 | 1 |
/// | max(x, 0) | 0 | 0 | 1 |
/// | 3x² − 4x + 5 | 3 | 14 | 14 |
pub fn one_sided_slopes(f: impl Fn(f64) -> f64, x: f64) -> (f64, f64) {
    todo!("the slopes to either side of {x}, where f({x}) = {}", f(x))
}

/// Whether `f` has a kink at `x`: two one-sided slopes that are not the same number.
///
/// A curve that bends is no kink, however strongly it bends: 1000x² has none. And a kink may be slight:
/// 0.001·|x| has one at 0.
pub fn has_kink(f: impl Fn(f64) -> f64, x: f64) -> bool {
    todo!("is there a kink at {x}, where f({x}) = {}?", f(x))
}
