//! property: misses_by_h_squared
//!
//! A line through the right point with the slope of another one: it touches, and does not fit.

pub fn tangent_line(f: impl Fn(f64) -> f64, df: impl Fn(f64) -> f64, x0: f64) -> (f64, f64) {
    let slope = df(x0 + 1.0);
    (slope, f(x0) - slope * x0)
}
