//! property: has_the_slope
//!
//! Intercept first.

pub fn tangent_line(f: impl Fn(f64) -> f64, df: impl Fn(f64) -> f64, x0: f64) -> (f64, f64) {
    let slope = df(x0);
    (f(x0) - slope * x0, slope)
}
