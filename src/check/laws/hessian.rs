//! uᵀ H v = vᵀ H u.

use super::super::subject::{attempt, shielded};
use super::super::verdict::Stage;
use super::{Finding, PAIRS, dot, draw, rounding};
use crate::params::{AsPoint, Params};
use crate::sample::Stream;
use std::borrow::Borrow;

/// A Hessian-vector product whose symmetry is checked; see [`symmetric_hessian`].
#[derive(Debug)]
pub struct Symmetry<H> {
    hvp: H,
}

/// A Hessian is symmetric: uᵀ(H v) = vᵀ(H u) for all u and v (Schwarz). `hvp` is the claimed product `|x, v| H v`; for a
/// matrix hand over `|x, v| hessian(x) * v`. No differences are taken.
pub fn symmetric_hessian<H>(hvp: H) -> Symmetry<H> {
    Symmetry { hvp }
}

impl<H> Symmetry<H> {
    /// Checks symmetry at a point, for eight random pairs.
    pub fn at<P, T>(&self, point: impl AsPoint<P>) -> Finding
    where
        P: Params + ?Sized,
        T: Params,
        H: Fn(&P, &P) -> T,
    {
        let x = point.as_point();
        let mut random = Stream::new(0, "symmetry");
        let found: Result<Vec<f64>, Finding> =
            (0..PAIRS).map(|_| self.pair(x, &mut random)).collect();
        match found {
            Err(finding) => finding,
            Ok(allowed) => Finding::holds(
                "uᵀ H v = vᵀ H u for 8 random pairs",
                allowed.into_iter().fold(0.0, f64::max),
            ),
        }
    }

    fn pair<P, T>(&self, x: &P, random: &mut Stream) -> Result<f64, Finding>
    where
        P: Params + ?Sized,
        T: Params,
        H: Fn(&P, &P) -> T,
    {
        let n = x.count();
        let (u, v) = (draw(n, random), draw(n, random));
        let times = |at: &P, w: &[f64]| (self.hvp)(at, x.rebuild(w).borrow()).flatten();
        let (hv, hu) = attempt("the Hessian-vector product", "this point", || {
            (times(x, &v), times(x, &u))
        })?;
        if hv.len() != n || hu.len() != n {
            let text = format!(
                "the Hessian-vector product has {} numbers, but the point has {n}",
                hv.len()
            );
            return Err(Stage::Shape(text).into());
        }
        let ((one, size), (other, _)) = (dot(&u, &hv), dot(&v, &hu));
        let difference = |at: &[f64]| {
            let at = x.rebuild(at);
            vec![dot(&u, &times(at.borrow(), &v)).0 - dot(&v, &times(at.borrow(), &u)).0]
        };
        let quiet = shielded(difference, 1);
        let allowed = rounding(x, 2.0 * size, 2 * n, &|at| quiet(at)[0]);
        match (one - other).abs() <= allowed {
            true => Ok(allowed),
            false => Err(Finding::broken(format!(
                "A Hessian is symmetric, so uᵀ H v and vᵀ H u must be the same number, but they are {one} and {other}."
            ))),
        }
    }
}
