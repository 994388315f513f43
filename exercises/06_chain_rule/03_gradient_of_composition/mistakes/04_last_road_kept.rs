//! mistake: last-write-wins
//! Each road overwrites the one before it.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn gradient_of_composition(
    gradient_f: impl Fn(&DVector<f64>) -> DVector<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DVector<f64> {
    let (jacobian, outer) = (jacobian_g(u), gradient_f(&g(u)));
    let mut gradient = DVector::zeros(u.len());
    for (road, rate) in jacobian.row_iter().zip(outer.iter()) {
        gradient = road.transpose() * *rate;
    }
    gradient
}
