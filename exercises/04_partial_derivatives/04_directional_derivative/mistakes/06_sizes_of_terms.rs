//! property: level_at_a_right_angle
//!
//! No term may cancel another one.

pub fn directional_derivative(gradient: &[f64], direction: &[f64]) -> f64 {
    let dot: f64 = (gradient.iter().zip(direction))
        .map(|(g, d)| (g * d).abs())
        .sum();
    dot / direction.iter().map(|d| d * d).sum::<f64>().sqrt()
}
