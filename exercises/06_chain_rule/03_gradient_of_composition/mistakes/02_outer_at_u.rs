//! mistake: argument-replaced
//! The gradient of f is taken at u, not at g(u).

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn gradient_of_composition(
    gradient_f: impl Fn(&DVector<f64>) -> DVector<f64>,
    _g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DVector<f64> {
    jacobian_g(u).transpose() * gradient_f(u)
}
