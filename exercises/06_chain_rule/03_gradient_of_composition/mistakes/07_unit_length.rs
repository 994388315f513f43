//! property: linear_in_the_gradient_of_f
//! The gradient of f is shortened to length 1, so only its direction counts.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn gradient_of_composition(
    gradient_f: impl Fn(&DVector<f64>) -> DVector<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DVector<f64> {
    let outer = gradient_f(&g(u));
    let length = outer.norm().max(f64::MIN_POSITIVE);
    jacobian_g(u).transpose() * (outer / length)
}
