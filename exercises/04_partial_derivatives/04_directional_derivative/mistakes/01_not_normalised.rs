//! property: length_does_not_matter
//!
//! A dot product with an arrow of any length.

pub fn directional_derivative(gradient: &[f64], direction: &[f64]) -> f64 {
    gradient.iter().zip(direction).map(|(g, d)| g * d).sum()
}
