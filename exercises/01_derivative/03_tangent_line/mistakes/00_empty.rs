//! property: on_the_lessons_curve

pub fn tangent_line(_f: impl Fn(f64) -> f64, _df: impl Fn(f64) -> f64, _x0: f64) -> (f64, f64) {
    (0.0, 0.0)
}
