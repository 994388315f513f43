//! property: finds_the_steepest_direction
//!
//! The curvature along the axes is looked at, and nothing between them.

use nalgebra::DMatrix;

pub fn largest_stable_lr(hessian: &DMatrix<f64>) -> f64 {
    2.0 / hessian.diagonal().max()
}
