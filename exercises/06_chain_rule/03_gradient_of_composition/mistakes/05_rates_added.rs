//! mistake: added-along-path
//! Along a road the rates are added; the source is a note that says "upstream + local".

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn gradient_of_composition(
    gradient_f: impl Fn(&DVector<f64>) -> DVector<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DVector<f64> {
    let (jacobian, outer) = (jacobian_g(u), gradient_f(&g(u)));
    DVector::from_fn(u.len(), |i, _| (jacobian.column(i) + &outer).sum())
}
