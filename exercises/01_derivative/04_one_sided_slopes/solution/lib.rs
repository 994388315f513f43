//! Where a curve has a corner, it has two slopes.
//!
//! With a step h the two secants have the slopes
//!
//! ```text
//! left:  (f(x) − f(x − h)) / h          right:  (f(x + h) − f(x)) / h
//! ```
//!
//! and the gap is right − left. On a smooth curve both secants are off by about half of h times the bend, in opposite
//! directions, so the gap is about h times the bend and halves with h. At a kink it has a part that does not shrink:
//! the difference of the two slopes.
//!
//! On 3x² − 4x + 5 the gap is exactly 6h. On |x| at 0 it is exactly 2.
//!
//! To discuss: this can be fooled. Which curve has a kink that it misses? (One where the gap of the bend hides it:
//! 1000x² + 0.001·|x|. A smaller h would find it, until rounding hides it again.) Which smooth curve would be taken
//! for one with a kink? (One that turns within a millionth: √(x² + 1e-16).) With finitely many values of f nobody
//! can be sure. A good check says what it cannot see.

/// Small enough for three digits after the point, large enough to keep rounding out of them.
const STEP: f64 = 1e-4;

/// Below this a gap is rounding: values of a few thousand are exact to 1e-13, and are divided by the step.
const ROUNDING: f64 = 1e-6;

fn slopes(f: &impl Fn(f64) -> f64, x: f64, h: f64) -> (f64, f64) {
    ((f(x) - f(x - h)) / h, (f(x + h) - f(x)) / h)
}

fn gap(f: &impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    let (left, right) = slopes(f, x, h);
    (right - left).abs()
}

/// The slope of `f` to the left of `x` and the slope to the right, each to about three digits after the point.
pub fn one_sided_slopes(f: impl Fn(f64) -> f64, x: f64) -> (f64, f64) {
    slopes(&f, x, STEP)
}

/// Whether `f` has a kink at `x`: two one-sided slopes that are not the same number.
pub fn has_kink(f: impl Fn(f64) -> f64, x: f64) -> bool {
    let (wide, narrow) = (gap(&f, x, STEP), gap(&f, x, STEP / 2.0));
    narrow > ROUNDING && narrow > 0.75 * wide
}
