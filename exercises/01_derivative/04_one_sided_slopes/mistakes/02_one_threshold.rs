//! property: bends_are_no_kinks
//!
//! A gap above a fixed size counts as a kink: 1000x² has one, and so has nothing gentle.

pub fn one_sided_slopes(f: impl Fn(f64) -> f64, x: f64) -> (f64, f64) {
    let h = 1e-4;
    ((f(x) - f(x - h)) / h, (f(x + h) - f(x)) / h)
}

pub fn has_kink(f: impl Fn(f64) -> f64, x: f64) -> bool {
    let (left, right) = one_sided_slopes(f, x);
    (right - left).abs() > 0.01
}
