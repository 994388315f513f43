//! property: finds_the_steepest_direction
//!
//! The sum of all curvatures: the diagonal added up.

use nalgebra::DMatrix;

pub fn largest_stable_lr(hessian: &DMatrix<f64>) -> f64 {
    2.0 / hessian.trace()
}
