//! property: a_line_on_top_changes_nothing
//!
//! A kink where the slope changes its sign: true of |x|, and of no kink that was tilted.

pub fn one_sided_slopes(f: impl Fn(f64) -> f64, x: f64) -> (f64, f64) {
    let h = 1e-4;
    ((f(x) - f(x - h)) / h, (f(x + h) - f(x)) / h)
}

pub fn has_kink(f: impl Fn(f64) -> f64, x: f64) -> bool {
    let (left, right) = one_sided_slopes(f, x);
    left * right < 0.0
}
