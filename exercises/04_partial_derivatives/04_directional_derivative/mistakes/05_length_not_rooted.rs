//! property: length_does_not_matter
//!
//! Divided by the square of the length.

pub fn directional_derivative(gradient: &[f64], direction: &[f64]) -> f64 {
    let dot: f64 = gradient.iter().zip(direction).map(|(g, d)| g * d).sum();
    dot / direction.iter().map(|d| d * d).sum::<f64>()
}
