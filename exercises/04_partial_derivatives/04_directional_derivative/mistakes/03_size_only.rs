//! property: the_way_back
//!
//! Steep is steep, up or down.

pub fn directional_derivative(gradient: &[f64], direction: &[f64]) -> f64 {
    let dot: f64 = gradient.iter().zip(direction).map(|(g, d)| g * d).sum();
    dot.abs() / direction.iter().map(|d| d * d).sum::<f64>().sqrt()
}
