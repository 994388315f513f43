//! One output at the end: the gradient of a composition.
//!
//! Write `v = g(u)`. From `u_i` to the output there is one road through each `v_j`:
//!
//! ```text
//! ∂(f∘g)/∂u_i = Σ_j ∂f/∂v_j · ∂v_j/∂u_i
//! ```
//!
//! The rates `∂v_j/∂u_i`, for a fixed `i`, are column `i` of `J_g`. So the sum is column `i` times `∇f(v)`, which
//! is entry `i` of `J_gᵀ ∇f(v)`.
//!
//! To discuss: `J_gᵀ ∇f` needs all of `J_g` here, a table of n × m numbers. Could you compute the same answer for
//! `v_j = u_j²` with a million entries, without a table of 10¹² numbers? What would you ask the author of `g` for,
//! in place of `jacobian_g`? (For a function that takes `w` to `J_gᵀ w`: lesson 9.)

use nalgebra::{DMatrix, DVector};

/// The gradient of `f(g(u))` at `u`, where `f` has one output.
pub fn gradient_of_composition(
    gradient_f: impl Fn(&DVector<f64>) -> DVector<f64>,
    g: impl Fn(&DVector<f64>) -> DVector<f64>,
    jacobian_g: impl Fn(&DVector<f64>) -> DMatrix<f64>,
    u: &DVector<f64>,
) -> DVector<f64> {
    jacobian_g(u).transpose() * gradient_f(&g(u))
}
