//! property: no_start_is_safe
//!
//! One start, the diagonal.

use nalgebra::{DMatrix, DVector};

pub fn largest_stable_lr(hessian: &DMatrix<f64>) -> f64 {
    let mut v = DVector::from_element(hessian.nrows(), 1.0);
    let mut largest = 0.0;
    for _ in 0..500 {
        let next = hessian * &v.normalize();
        largest = next.norm();
        if largest == 0.0 {
            break;
        }
        v = next;
    }
    2.0 / largest
}
