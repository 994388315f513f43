//! property: has_the_slope
//!
//! The height was taken for the slope.

pub fn tangent_line(f: impl Fn(f64) -> f64, _df: impl Fn(f64) -> f64, x0: f64) -> (f64, f64) {
    let slope = f(x0);
    (slope, f(x0) - slope * x0)
}
