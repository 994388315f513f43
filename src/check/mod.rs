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

mod adequacy;
mod along;
mod build;
mod columns;
mod guard;
pub(crate) mod hygiene;
mod judge;
mod laws;
mod locate;
mod oracle;
pub(crate) mod point;
mod projection;
mod sparse;
pub(crate) mod subject;
mod verdict;

pub use build::{
    Along, Back, Check, Scalar, Whole, derivative, gradient, hessian, hvp, jacobian, jvp,
    sparse_jacobian, value_and_gradient, vjp,
};
pub(crate) use guard::{Failure, call};
pub(crate) use judge::{Judged, Standing};
pub use laws::{
    Adjoint, Finding, Pullback, ShapeLaw, Symmetry, Taylor, adjoint, linear_pullback, shape_law,
    symmetric_hessian, taylor,
};
pub use projection::Projection;
pub use verdict::{Reason, Stage, Verdict};

pub use crate::report::Report;
