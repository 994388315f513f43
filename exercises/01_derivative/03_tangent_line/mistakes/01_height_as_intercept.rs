//! property: touches_the_curve
//!
//! f(x0) is the height over x0, not over 0.

pub fn tangent_line(f: impl Fn(f64) -> f64, df: impl Fn(f64) -> f64, x0: f64) -> (f64, f64) {
    (df(x0), f(x0))
}
