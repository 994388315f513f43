//! The directional derivative.
//!
//! Let u = v / ‖v‖ be the direction with length 1. A walk of length t along it moves entry i by t uᵢ, and on the
//! tangent plane the effects add: f rises by t Σᵢ gᵢ uᵢ. For each unit of way that is
//!
//! ```text
//! D_u f = g · u = (g · v) / ‖v‖
//! ```
//!
//! To discuss: some books define the directional derivative without dividing by the length, as g · v. What is that
//! the rate of? (Of f for each unit of *time*, when v is a velocity. Lesson 6 meets it as a product of a Jacobian
//! with a vector.) Which of the two has "steepest" as a useful word?

/// How fast f changes along `direction`, for each unit of way.
pub fn directional_derivative(gradient: &[f64], direction: &[f64]) -> f64 {
    let dot: f64 = gradient.iter().zip(direction).map(|(g, d)| g * d).sum();
    let length = direction.iter().map(|d| d * d).sum::<f64>().sqrt();
    dot / length
}
