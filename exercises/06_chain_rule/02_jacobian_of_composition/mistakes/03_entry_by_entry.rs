//! mistake: elementwise-product-confused
//! Entry times entry: each output is joined to one input by one road only.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn jacobian_of_composition(
    jacobian_f: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DMatrix<f64> {
    jacobian_f(&g(u)).component_mul(&jacobian_g(u))
}
