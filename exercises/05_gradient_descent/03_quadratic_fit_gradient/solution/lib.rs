//! The gradient of a fit with three parameters.
//!
//! With the miss r = θ₀x² + θ₁x + θ₂ − y one sample has the error ½ r². By the chain rule, entry by entry:
//!
//! ```text
//! ∂/∂θ₀ ½r² = r x²,   ∂/∂θ₁ ½r² = r x,   ∂/∂θ₂ ½r² = r
//! ```
//!
//! The gradient of a sum is the sum of the gradients, and that of a mean the mean of the gradients.
//!
//! To discuss: a program was tuned with the sum, and somebody changes it to the mean. By how much must the learning
//! rate change so that the path stays the same? What if the number of samples grows every week?

/// How the samples are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reduction {
    /// The errors of the samples are added up.
    Sum,
    /// Their mean is taken.
    Mean,
}

/// The gradient of the error by the three parameters.
pub fn quadratic_fit_gradient(
    theta: &[f64; 3],
    samples: &[(f64, f64)],
    reduction: Reduction,
) -> [f64; 3] {
    let mut gradient = [0.0; 3];
    for &(x, y) in samples {
        let features = [x * x, x, 1.0];
        let miss = theta[0] * x * x + theta[1] * x + theta[2] - y;
        for (entry, feature) in gradient.iter_mut().zip(features) {
            *entry += miss * feature;
        }
    }
    match reduction {
        Reduction::Sum => gradient,
        Reduction::Mean => gradient.map(|entry| entry / samples.len() as f64),
    }
}
