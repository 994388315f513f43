//! A chain of maps: their Jacobians multiply.
//!
//! Write `v = g(u)`. Output `k` of `f` depends on `u_i` through every `v_j`. The sum over the roads is
//!
//! ```text
//! ∂f_k/∂u_i = Σ_j ∂f_k/∂v_j · ∂v_j/∂u_i
//! ```
//!
//! with the rates of `f` taken at `v`. On the right stands row `k` of `J_f(v)` times column `i` of `J_g(u)`:
//! entry `(k, i)` of the product `J_f(v) J_g(u)`.
//!
//! To discuss: three maps in a row give `J_h J_g J_f`, and it may be computed from the left or from the right.
//! The result is the same and the work is not: with sizes 1 ← 100 ← 100 ← 100 one order multiplies only rows with
//! matrices, the other matrices with matrices. That is reverse mode against forward mode, in one line.

use nalgebra::{DMatrix, DVector};

/// The Jacobian of `f(g(u))` at `u`.
pub fn jacobian_of_composition(
    jacobian_f: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DMatrix<f64> {
    jacobian_f(&g(u)) * jacobian_g(u)
}
