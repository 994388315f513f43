//! property: touches_the_surface
//!
//! The slope times the place, not times the way from p.

pub fn tangent_plane(
    f: impl Fn(&[f64]) -> f64,
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    p: &[f64],
    x: &[f64],
) -> f64 {
    let slopes = gradient(p);
    f(p) + (0..p.len()).map(|i| slopes[i] * x[i]).sum::<f64>()
}
