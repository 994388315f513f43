//! mistake: argument-replaced
//! The Jacobian of f is taken at u, not at g(u).

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn jacobian_of_composition(
    jacobian_f: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    _g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DMatrix<f64> {
    jacobian_f(u) * jacobian_g(u)
}
