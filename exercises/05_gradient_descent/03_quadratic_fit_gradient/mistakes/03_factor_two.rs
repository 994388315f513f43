//! mistake: factor-two
//!
//! The ½ in front of the square is forgotten.

/// How the samples are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reduction {
    /// The errors of the samples are added up.
    Sum,
    /// Their mean is taken.
    Mean,
}

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
            *entry += 2.0 * miss * feature;
        }
    }
    match reduction {
        Reduction::Sum => gradient,
        Reduction::Mean => gradient.map(|entry| entry / samples.len() as f64),
    }
}
