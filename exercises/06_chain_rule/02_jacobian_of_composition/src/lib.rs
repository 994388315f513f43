//! A chain of maps: their Jacobians multiply.

use nalgebra::{DMatrix, DVector};

/// The Jacobian of `f(g(u))` at `u`: one row for each output of `f`, one column for each entry of `u`.
///
/// `jacobian_f` and `jacobian_g` are functions: they give the Jacobian at the point you call them with.
///
/// If `g` takes m numbers to n and `f` takes n numbers to p, the answer is p × m.
pub fn jacobian_of_composition(
    jacobian_f: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DMatrix<f64> {
    todo!(
        "multiply Jacobians at u = {:?}: that of g is {:?}, that of f is {:?} (rows, columns)",
        u.as_slice(),
        jacobian_g(u).shape(),
        jacobian_f(&g(u)).shape()
    )
}
