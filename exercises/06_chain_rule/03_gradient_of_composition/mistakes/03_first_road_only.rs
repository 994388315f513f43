//! mistake: one-path-only
//! Only the road through the first middle value is counted.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn gradient_of_composition(
    gradient_f: impl Fn(&DVector<f64>) -> DVector<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DVector<f64> {
    jacobian_g(u).row(0).transpose() * gradient_f(&g(u))[0]
}
