//! Finding the place where a derivative is zero, by halving.
//!
//! The invariant: the slope at `lo` has the sign it had at the start (or is 0), the slope at `hi` has the other one
//! (or is 0). A derivative that does not jump is then zero somewhere between. The middle replaces the end with which
//! it agrees, so the invariant stays true.
//!
//! When the middle is exactly zero, it counts as "not negative". Either end may take it: it stays in the bracket
//! from then on, because it is compared with the sign at the start and not with the sign at an end.
//!
//! To discuss: after 50 steps the bracket from 0 to 1 is 1e-15 wide. Why are more steps useless? And which zeros of a
//! derivative can bisection not find? (Those without a change of sign: x³ is flat at 0, and its derivative 3x² is
//! positive on both sides.) Bisection needs a derivative of one variable. With many variables there is no bracket,
//! and lesson 5 walks downhill.

/// The bracket around a zero of `df`, after `steps` halvings of the one from `lo` to `hi`.
pub fn bisection_of_derivative(
    df: impl Fn(f64) -> f64,
    lo: f64,
    hi: f64,
    steps: u32,
) -> (f64, f64) {
    let (mut lo, mut hi) = (lo, hi);
    let falls_first = df(lo) < 0.0;
    for _ in 0..steps {
        let middle = lo + (hi - lo) / 2.0;
        if (df(middle) < 0.0) == falls_first {
            lo = middle;
        } else {
            hi = middle;
        }
    }
    (lo, hi)
}
