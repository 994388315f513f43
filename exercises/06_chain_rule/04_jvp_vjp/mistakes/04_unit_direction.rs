//! property: linear
//! The direction is shortened to length 1 first, as for a rate per unit of distance.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn jvp_from_jacobian(jacobian: &DMatrix<f64>, v: &DVector<f64>) -> DVector<f64> {
    jacobian * (v / v.norm().max(f64::MIN_POSITIVE))
}

/// See the stub.
pub fn vjp_from_jacobian(jacobian: &DMatrix<f64>, w: &DVector<f64>) -> DVector<f64> {
    jacobian.tr_mul(&(w / w.norm().max(f64::MIN_POSITIVE)))
}
