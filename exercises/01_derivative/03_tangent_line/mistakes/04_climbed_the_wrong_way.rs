//! property: touches_the_curve
//!
//! From x0 to 0 the run is −x0.

pub fn tangent_line(f: impl Fn(f64) -> f64, df: impl Fn(f64) -> f64, x0: f64) -> (f64, f64) {
    let slope = df(x0);
    (slope, f(x0) + slope * x0)
}
