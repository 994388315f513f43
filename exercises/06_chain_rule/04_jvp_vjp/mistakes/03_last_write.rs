//! mistake: last-write-wins
//! In the pull back each output overwrites what the one before it contributed.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn jvp_from_jacobian(jacobian: &DMatrix<f64>, v: &DVector<f64>) -> DVector<f64> {
    jacobian * v
}

/// See the stub.
pub fn vjp_from_jacobian(jacobian: &DMatrix<f64>, w: &DVector<f64>) -> DVector<f64> {
    let mut pulled = DVector::zeros(jacobian.ncols());
    for (row, weight) in jacobian.row_iter().zip(w.iter()) {
        pulled = row.transpose() * *weight;
    }
    pulled
}
