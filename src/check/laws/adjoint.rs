//! ⟨J v, w⟩ = ⟨v, Jᵀ w⟩.

use super::super::subject::{attempt, shielded};
use super::super::verdict::Stage;
use super::{Finding, PAIRS, dot, draw, rounding};
use crate::params::{AsPoint, Params};
use crate::sample::Stream;
use std::borrow::Borrow;

/// A pushforward and a pullback of the same function, to be held against each other; see [`adjoint`].
#[derive(Debug)]
pub struct Adjoint<J, V> {
    jvp: J,
    vjp: V,
}

/// The adjoint identity ⟨J v, w⟩ = ⟨v, Jᵀ w⟩: pushing `v` forward and pulling `w` back must give the same number.
/// It tells "forward and reverse mode disagree" from "both disagree with the function". No differences are taken.
///
/// ```
/// use nalgebra::{DMatrix, DVector, dmatrix, dvector};
/// use pencilgrad::check;
///
/// let a = dmatrix![1.0, 2.0, 3.0; 4.0, 5.0, 6.0];
/// let forward = |_: &DVector<f64>, v: &DVector<f64>| &a * v;
/// let backward = |_: &DVector<f64>, w: &DVector<f64>| a.transpose() * w;
/// check::adjoint(forward, backward).at(dvector![1.0, 0.5, -1.0]).assert();
/// ```
pub fn adjoint<J, V>(jvp: J, vjp: V) -> Adjoint<J, V> {
    Adjoint { jvp, vjp }
}

impl<J, V> Adjoint<J, V> {
    /// Checks the identity at a point, for eight random pairs of direction and cotangent.
    pub fn at<P, Q, T>(&self, point: impl AsPoint<P>) -> Finding
    where
        P: Params + ?Sized,
        Q: Params<Owned = Q>,
        T: Params,
        J: Fn(&P, &P) -> Q,
        V: Fn(&P, &Q) -> T,
    {
        let mut random = Stream::new(0, "adjoint");
        let found: Result<Vec<f64>, Finding> = (0..PAIRS)
            .map(|_| self.pair(point.as_point(), &mut random))
            .collect();
        match found {
            Err(finding) => finding,
            Ok(allowed) => Finding::holds(
                "⟨J v, w⟩ = ⟨v, Jᵀ w⟩ for 8 random pairs",
                allowed.into_iter().fold(0.0, f64::max),
            ),
        }
    }

    fn pair<P, Q, T>(&self, x: &P, random: &mut Stream) -> Result<f64, Finding>
    where
        P: Params + ?Sized,
        Q: Params<Owned = Q>,
        T: Params,
        J: Fn(&P, &P) -> Q,
        V: Fn(&P, &Q) -> T,
    {
        let v = draw(x.count(), random);
        let direction = x.rebuild(&v);
        let forward = || (self.jvp)(x, direction.borrow());
        let pushed = attempt("the forward product", "this point", forward)?;
        let jv = pushed.flatten();
        let w = draw(jv.len(), random);
        let cotangent = pushed.rebuild(&w);
        let backward = || (self.vjp)(x, &cotangent);
        let jtw = attempt("the reverse product", "this point", backward)?.flatten();
        if jtw.len() != v.len() {
            let (have, want) = (jtw.len(), v.len());
            let text = format!("the pullback has {have} numbers, but the point has {want}");
            return Err(Stage::Shape(text).into());
        }
        let (pushed, push_size) = dot(&jv, &w);
        let (pulled, pull_size) = dot(&v, &jtw);
        let difference = |at: &[f64]| {
            let at = x.rebuild(at);
            let jv = (self.jvp)(at.borrow(), direction.borrow()).flatten();
            let jtw = (self.vjp)(at.borrow(), &cotangent).flatten();
            vec![dot(&jv, &w).0 - dot(&v, &jtw).0]
        };
        let quiet = shielded(difference, 1);
        let size = push_size + pull_size;
        let allowed = rounding(x, size, v.len() + w.len(), &|at| quiet(at)[0]);
        match (pushed - pulled).abs() <= allowed {
            true => Ok(allowed),
            false => Err(Finding::broken(format!(
                "Pushing v forward and pulling w back must give the same number:\n⟨J v, w⟩ is {pushed}, ⟨v, Jᵀ w⟩ is {pulled}."
            ))),
        }
    }
}
