//! Two ways to multiply with a Jacobian: the heart of forward and of reverse mode.

use nalgebra::{DMatrix, DVector};

/// Pushes a direction forward: the input moves along `v`, this is how the output moves.
///
/// `jacobian` is outputs × inputs, `v` has an entry for each input, the answer one for each output.
pub fn jvp_from_jacobian(jacobian: &DMatrix<f64>, v: &DVector<f64>) -> DVector<f64> {
    todo!(
        "push v = {:?} forward through a Jacobian of {} rows",
        v.as_slice(),
        jacobian.nrows()
    )
}

/// Pulls weights back: output `j` matters `w[j]`, this is how much each input matters.
///
/// `jacobian` is outputs × inputs, `w` has an entry for each output, the answer one for each input.
pub fn vjp_from_jacobian(jacobian: &DMatrix<f64>, w: &DVector<f64>) -> DVector<f64> {
    todo!(
        "pull w = {:?} back through a Jacobian of {} columns",
        w.as_slice(),
        jacobian.ncols()
    )
}
