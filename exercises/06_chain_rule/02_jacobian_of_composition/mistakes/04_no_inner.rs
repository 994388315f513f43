//! mistake: missing-inner-derivative
//! The Jacobian of g is left out.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn jacobian_of_composition(
    jacobian_f: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    _jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DMatrix<f64> {
    jacobian_f(&g(u))
}
