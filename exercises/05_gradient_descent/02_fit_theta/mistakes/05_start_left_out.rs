//! property: the_sequence_of_the_lesson
//!
//! The list begins after the first step.

pub fn gradient(theta: f64, samples: &[(f64, f64)]) -> f64 {
    let sum: f64 = (samples.iter())
        .map(|&(x, y)| (theta * x * x - y) * x * x)
        .sum();
    sum / samples.len() as f64
}

pub fn fit_theta(samples: &[(f64, f64)], start: f64, lr: f64, steps: usize) -> Vec<f64> {
    let mut thetas = Vec::new();
    let mut theta = start;
    for _ in 0..steps {
        theta -= lr * gradient(theta, samples);
        thetas.push(theta);
    }
    thetas
}
