//! property: kinks_are_found
//!
//! The gap is watched while h halves, but a gap below 0.01 is taken for rounding.

pub fn one_sided_slopes(f: impl Fn(f64) -> f64, x: f64) -> (f64, f64) {
    let h = 1e-4;
    ((f(x) - f(x - h)) / h, (f(x + h) - f(x)) / h)
}

pub fn has_kink(f: impl Fn(f64) -> f64, x: f64) -> bool {
    let gap = |h: f64| ((f(x + h) - f(x)) / h - (f(x) - f(x - h)) / h).abs();
    gap(5e-5) > 0.01 && gap(5e-5) > 0.75 * gap(1e-4)
}
