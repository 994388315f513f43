//! property: touches_the_surface
//!
//! The change without the height it starts from.

pub fn tangent_plane(
    f: impl Fn(&[f64]) -> f64,
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    p: &[f64],
    x: &[f64],
) -> f64 {
    let slopes = gradient(p);
    let _ = f(p);
    (0..p.len()).map(|i| slopes[i] * (x[i] - p[i])).sum::<f64>()
}
