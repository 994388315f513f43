//! property: leaves_a_small_rest
//!
//! Only the first entry is allowed to move.

pub fn tangent_plane(
    f: impl Fn(&[f64]) -> f64,
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    p: &[f64],
    x: &[f64],
) -> f64 {
    f(p) + gradient(p)[0] * (x[0] - p[0])
}
