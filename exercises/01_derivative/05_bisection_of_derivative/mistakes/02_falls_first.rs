//! property: the_flat_place_stays_inside
//!
//! Supposes that the curve falls and then rises. Right for every valley, wrong for every hill.

pub fn bisection_of_derivative(
    df: impl Fn(f64) -> f64,
    lo: f64,
    hi: f64,
    steps: u32,
) -> (f64, f64) {
    let (mut lo, mut hi) = (lo, hi);
    for _ in 0..steps {
        let middle = lo + (hi - lo) / 2.0;
        if df(middle) < 0.0 {
            lo = middle;
        } else {
            hi = middle;
        }
    }
    (lo, hi)
}
