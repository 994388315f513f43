//! The limit of the learning rate, by power iteration.
//!
//! Along an eigenvector v of H with Hv = λv a step of descent multiplies the distance by 1 − lr·λ. That shrinks it
//! for 0 < lr < 2/λ. All directions must shrink, so the largest λ decides: lr < 2/λmax.
//!
//! Write a start as a sum of eigenvectors. Each multiplication with H multiplies the part along v by its λ, and the
//! part with the largest λ wins: the vector turns towards it, and is lengthened by λmax each time. If the start has
//! no such part, it never appears. But the axes span the space, so at least one of them has one.
//!
//! To discuss: here H is a table. For a network with a million weights the table would have 10¹² entries, but H v is a
//! difference of two gradients, (∇f(x + hv) − ∇f(x)) / h. What would five hundred iterations cost, in gradients? And
//! why is a single random start good enough in practice?

use nalgebra::{DMatrix, DVector};

/// The learning rate above which descent on ½ xᵀ H x runs away.
pub fn largest_stable_lr(hessian: &DMatrix<f64>) -> f64 {
    let n = hessian.nrows();
    let largest = (0..n).map(|axis| growth(hessian, axis)).fold(0.0, f64::max);
    2.0 / largest
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
