//! mistake: missing-inner-derivative
//! The gradient of f is handed back as if it were that of the composition; a note does so by its notation.

use nalgebra::{DMatrix, DVector};

/// See the stub.
pub fn gradient_of_composition(
    gradient_f: impl Fn(&DVector<f64>) -> DVector<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    _jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DVector<f64> {
    gradient_f(&g(u))
}
