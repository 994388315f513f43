//! The slope of a surface when you walk in any direction.

/// How fast f changes along `direction`, for each unit of way, at a point where it has this `gradient`.
///
/// With the gradient (3, 4):
///
/// | direction | rate |
/// |---|---|
/// | (1, 0) | 3 |
/// | (0.6, 0.8) | 5 |
/// | (0.8, -0.6) | 0 |
/// | (-1, 0) | -3 |
/// | (2, 0) | 3 |
///
/// The last direction is that of the first row. The direction is never all zeros.
pub fn directional_derivative(gradient: &[f64], direction: &[f64]) -> f64 {
    todo!("the rate along {direction:?} where the gradient is {gradient:?}")
}
