//! mistake: mean-factor-missing
//!
//! The sum over the samples.

pub fn gradient(theta: f64, samples: &[(f64, f64)]) -> f64 {
    (samples.iter())
        .map(|&(x, y)| (theta * x * x - y) * x * x)
        .sum()
}

pub fn fit_theta(samples: &[(f64, f64)], start: f64, lr: f64, steps: usize) -> Vec<f64> {
    let mut thetas = vec![start];
    let mut theta = start;
    for _ in 0..steps {
        theta -= lr * gradient(theta, samples);
        thetas.push(theta);
    }
    thetas
}
