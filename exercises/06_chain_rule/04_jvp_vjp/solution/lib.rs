//! Two ways to multiply with a Jacobian: the heart of forward and of reverse mode.
//!
//! Forward: the input moves by `t v`. Output `j` moves by `Σ_i J_ji v_i t`, the sum over the roads that end in it.
//! That is row `j` of `J` times `v`, so the answer is `J v`.
//!
//! Back: give output `j` the weight `w_j`. The weighted sum of the outputs is `S = Σ_j w_j y_j`, and
//! `∂S/∂x_i = Σ_j w_j J_ji`, the sum over the roads that start in input `i`. That is column `i` times `w`: `Jᵀ w`.
//!
//! Both are the double sum `Σ_j Σ_i w_j J_ji v_i` with one of the two sums left to do. Hence `⟨Jv, w⟩ = ⟨v, Jᵀw⟩`.
//!
//! To discuss: how many numbers must you know about a function to be able to push one direction through it? All of
//! `J`? Think of the sine of a million numbers. A library of derivatives stores these two functions for each
//! operation, and never a Jacobian.

use nalgebra::{DMatrix, DVector};

/// Pushes a direction forward: `J v`.
pub fn jvp_from_jacobian(jacobian: &DMatrix<f64>, v: &DVector<f64>) -> DVector<f64> {
    jacobian * v
}

/// Pulls weights back: `Jᵀ w`.
pub fn vjp_from_jacobian(jacobian: &DMatrix<f64>, w: &DVector<f64>) -> DVector<f64> {
    jacobian.tr_mul(w)
}
