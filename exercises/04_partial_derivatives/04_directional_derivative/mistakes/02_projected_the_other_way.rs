//! property: the_table_of_the_lesson
//!
//! The shadow of the direction on the gradient; the source is a note.

pub fn directional_derivative(gradient: &[f64], direction: &[f64]) -> f64 {
    let dot: f64 = gradient.iter().zip(direction).map(|(g, d)| g * d).sum();
    dot / gradient.iter().map(|g| g * g).sum::<f64>().sqrt()
}
