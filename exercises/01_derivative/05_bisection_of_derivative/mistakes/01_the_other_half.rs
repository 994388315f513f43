//! property: the_flat_place_stays_inside
//!
//! Keeps the half in which the sign does not change.

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
            hi = middle;
        } else {
            lo = middle;
        }
    }
    (lo, hi)
}
