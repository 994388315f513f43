//! How large may a learning rate be? Ask the largest curvature.

use nalgebra::DMatrix;

/// The learning rate above which descent on ½ xᵀ H x runs away, with the Hessian H = `hessian`.
///
/// The Hessian is symmetric and no curvature is negative. Find the largest one by power iteration. An error of a
/// thousandth is allowed: where two curvatures are nearly equal, power iteration takes its time.
///
/// | H | curvatures | answer |
/// |---|---|---|
/// | 2 0, 0 20 | 2, 20 | 0.1 |
/// | 2 1, 1 2 | 1, 3 | 0.667 |
/// | 2 -1, -1 2 | 1, 3 | 0.667 |
/// | 0 0, 0 0 | 0, 0 | infinite: nothing runs away |
pub fn largest_stable_lr(hessian: &DMatrix<f64>) -> f64 {
    let (rows, columns) = hessian.shape();
    todo!(
        "the limit for a Hessian of {rows} × {columns} that begins with {}",
        hessian[(0, 0)]
    )
}
