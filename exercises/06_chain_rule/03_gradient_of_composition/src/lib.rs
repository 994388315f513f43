//! One output at the end: the gradient of a composition.

use nalgebra::{DMatrix, DVector};

/// The gradient of `f(g(u))` at `u`, where `f` has one output.
///
/// `g` takes the m numbers of `u` to n numbers `v`; its Jacobian is n × m. `gradient_f` takes a `v`.
///
/// For the running example of the lesson at `u = (2, −1)` the answer is about `(−5.990, 11.980)`.
pub fn gradient_of_composition(
    gradient_f: impl Fn(&DVector<f64>) -> DVector<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DVector<f64> {
    todo!(
        "find the gradient at u = {:?}: the Jacobian of g is {:?} (rows, columns), f has {} rates",
        u.as_slice(),
        jacobian_g(u).shape(),
        gradient_f(&g(u)).len()
    )
}
// 1
// 2
// 3
