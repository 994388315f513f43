//! mistake: one-path-only
//! Of all the roads into an output, or out of an input, one is counted.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn jvp_from_jacobian(jacobian: &DMatrix<f64>, v: &DVector<f64>) -> DVector<f64> {
    jacobian.column(0) * v[0]
}

/// See the stub.
pub fn vjp_from_jacobian(jacobian: &DMatrix<f64>, w: &DVector<f64>) -> DVector<f64> {
    jacobian.row(0).transpose() * w[0]
}
