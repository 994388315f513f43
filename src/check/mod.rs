//! The check: a claim against the numbers.
//!
//! ```
//! use nalgebra::{DMatrix, DVector};
//! use pencilgrad::check;
//!
//! let x = DVector::from_vec(vec![1.0, -2.0]);
//! let y = DVector::from_vec(vec![0.5, 0.0, 1.5]);
//! let loss = |w: &DMatrix<f64>| (w * &x - &y).norm_squared();
//! let by_hand = |w: &DMatrix<f64>| 2.0 * (w * &x - &y) * x.transpose();
//! check::gradient(loss, by_hand).at(DMatrix::from_element(3, 2, 0.5)).assert();
//! ```

pub(crate) mod build;
mod engine;
mod guard;
mod judge;
mod laws;
pub(crate) mod point;
mod verdict;

pub use build::{
    Along, Back, Check, Scalar, Whole, derivative, gradient, hessian, hvp, jacobian, jvp, vjp,
};
pub(crate) use engine::Judged;
pub(crate) use guard::{Failure, call};
pub(crate) use judge::Standing;
pub use laws::{Adjoint, Finding, adjoint};
pub use verdict::{Reason, Stage, Verdict};

pub use crate::report::Report;
