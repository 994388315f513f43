//! property: finds_the_steepest_direction

use nalgebra::DMatrix;

pub fn largest_stable_lr(_hessian: &DMatrix<f64>) -> f64 {
    0.0
}
