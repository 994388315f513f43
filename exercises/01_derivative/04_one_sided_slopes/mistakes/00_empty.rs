//! property: slopes_to_either_side

pub fn one_sided_slopes(_f: impl Fn(f64) -> f64, _x: f64) -> (f64, f64) {
    (0.0, 0.0)
}

pub fn has_kink(_f: impl Fn(f64) -> f64, _x: f64) -> bool {
    false
}
