//! property: the_gradient_is_steepest
//!
//! The sizes of the entries are added up for a length.

pub fn directional_derivative(gradient: &[f64], direction: &[f64]) -> f64 {
    let dot: f64 = gradient.iter().zip(direction).map(|(g, d)| g * d).sum();
    dot / direction.iter().map(|d| d.abs()).sum::<f64>()
}
