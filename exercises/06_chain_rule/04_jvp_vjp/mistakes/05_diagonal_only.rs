//! mistake: elementwise-product-confused
//! Only the diagonal is used, as if every function worked entry by entry.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn jvp_from_jacobian(jacobian: &DMatrix<f64>, v: &DVector<f64>) -> DVector<f64> {
    DVector::from_fn(jacobian.nrows(), |j, _| {
        jacobian.get((j, j)).map_or(0.0, |rate| rate * v[j])
    })
}

/// See the stub.
pub fn vjp_from_jacobian(jacobian: &DMatrix<f64>, w: &DVector<f64>) -> DVector<f64> {
    DVector::from_fn(jacobian.ncols(), |i, _| {
        jacobian.get((i, i)).map_or(0.0, |rate| rate * w[i])
    })
}
