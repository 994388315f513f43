//! property: just_below_and_just_above
//!
//! The rate that arrives at once, not the one that runs away.

use nalgebra::{DMatrix, DVector};

pub fn largest_stable_lr(hessian: &DMatrix<f64>) -> f64 {
    let n = hessian.nrows();
    let largest = (0..n).map(|axis| growth(hessian, axis)).fold(0.0, f64::max);
    1.0 / largest
}

/// How much the Hessian lengthens a vector in the end, if that starts along one of the axes.
fn growth(hessian: &DMatrix<f64>, axis: usize) -> f64 {
    let mut v = DVector::zeros(hessian.nrows());
    v[axis] = 1.0;
    let mut lengthened = 0.0;
    for _ in 0..500 {
        let next = hessian * &v;
        let before = lengthened;
        lengthened = next.norm();
        if (lengthened - before).abs() <= 1e-12 * lengthened {
            break;
        }
        v = next / lengthened;
    }
    lengthened
}
