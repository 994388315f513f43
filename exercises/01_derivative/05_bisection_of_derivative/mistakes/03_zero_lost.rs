//! property: the_flat_place_stays_inside
//!
//! Once the middle is exactly the zero, the product is 0 for ever, and every later step moves away from it.

pub fn bisection_of_derivative(
    df: impl Fn(f64) -> f64,
    lo: f64,
    hi: f64,
    steps: u32,
) -> (f64, f64) {
    let (mut lo, mut hi) = (lo, hi);
    for _ in 0..steps {
        let middle = lo + (hi - lo) / 2.0;
        if df(lo) * df(middle) < 0.0 {
            hi = middle;
        } else {
            lo = middle;
        }
    }
    (lo, hi)
}
