//! property: the_example_of_the_lesson
//!
//! The slopes are taken where the plane is asked for, not where it touches.

pub fn tangent_plane(
    f: impl Fn(&[f64]) -> f64,
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    p: &[f64],
    x: &[f64],
) -> f64 {
    let slopes = gradient(x);
    f(p) + (0..p.len()).map(|i| slopes[i] * (x[i] - p[i])).sum::<f64>()
}
