//! mistake: gradient-transposed
//! The factors stand in the order in which the maps act.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn jacobian_of_composition(
    jacobian_f: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DMatrix<f64> {
    jacobian_g(u) * jacobian_f(&g(u))
}
