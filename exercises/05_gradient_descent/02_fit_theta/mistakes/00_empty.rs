//! mistake: always-zero

pub fn gradient(_theta: f64, _samples: &[(f64, f64)]) -> f64 {
    0.0
}

pub fn fit_theta(_samples: &[(f64, f64)], start: f64, _lr: f64, steps: usize) -> Vec<f64> {
    vec![start; steps + 1]
}
