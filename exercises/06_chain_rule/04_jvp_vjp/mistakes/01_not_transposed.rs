//! mistake: gradient-transposed
//! Both multiply with the matrix as it stands.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn jvp_from_jacobian(jacobian: &DMatrix<f64>, v: &DVector<f64>) -> DVector<f64> {
    jacobian * v
}

/// See the stub.
pub fn vjp_from_jacobian(jacobian: &DMatrix<f64>, w: &DVector<f64>) -> DVector<f64> {
    jacobian * w
}
