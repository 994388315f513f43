//! A fit with one parameter.
//!
//! For one sample, with the chain rule of lesson 2:
//!
//! ```text
//! d/dθ ½ (θx² − y)² = ½ · 2 (θx² − y) · x² = (θx² − y) x²
//! ```
//!
//! The error is the mean over the samples, so its slope is the mean of their slopes.
//!
//! To discuss: the factor by which a step shrinks the distance is 1 − lr · mean(x⁴). For the samples −1, 0, 1 the
//! mean is ⅔. What happens to the best learning rate if x is measured in centimetres instead of metres?

/// How fast the mean of ½(θx² − y)² changes with theta.
pub fn gradient(theta: f64, samples: &[(f64, f64)]) -> f64 {
    let sum: f64 = (samples.iter())
        .map(|&(x, y)| (theta * x * x - y) * x * x)
        .sum();
    sum / samples.len() as f64
}

/// The values of theta on a descent.
pub fn fit_theta(samples: &[(f64, f64)], start: f64, lr: f64, steps: usize) -> Vec<f64> {
    let mut thetas = vec![start];
    let mut theta = start;
    for _ in 0..steps {
        theta -= lr * gradient(theta, samples);
        thetas.push(theta);
    }
    thetas
}
