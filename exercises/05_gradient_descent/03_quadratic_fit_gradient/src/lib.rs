//! Three parameters, one gradient: the fit of θ₀x² + θ₁x + θ₂.

/// How the samples are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reduction {
    /// The errors of the samples are added up.
    Sum,
    /// Their mean is taken.
    Mean,
}

/// The gradient of the error by the three parameters.
///
/// A sample (x, y) has the error ½ (θ₀x² + θ₁x + θ₂ - y)²; the samples are added up, or their mean is taken.
///
/// For θ = (1, 1, 1):
///
/// | x | y | model | miss | contributes |
/// |---|---|---|---|---|
/// | -2 | -5 | 3 | 8 | (32, -16, 8) |
/// | 0 | 1 | 1 | 0 | (0, 0, 0) |
/// | 1 | 4 | 3 | -1 | (-1, -1, -1) |
///
/// The sum is (31, -17, 7), and the mean a third of it. There is at least one sample.
pub fn quadratic_fit_gradient(
    theta: &[f64; 3],
    samples: &[(f64, f64)],
    reduction: Reduction,
) -> [f64; 3] {
    todo!("the gradient at theta = {theta:?}, as a {reduction:?} over {samples:?}")
}
