//! Jᵀ(a v + b w) = a Jᵀv + b Jᵀw, and Jᵀ0 = 0.

use super::super::subject::{attempt, shielded};
use super::super::verdict::Stage;
use super::{Finding, PAIRS, draw, rounding};
use crate::params::{AsPoint, Params};
use crate::sample::Stream;
use std::borrow::Borrow;

/// A pullback whose linearity is checked; see [`linear_pullback`].
#[derive(Debug)]
pub struct Pullback<F, V> {
    f: F,
    vjp: V,
}

/// A pullback is linear in the cotangent: Jᵀ(2v − 3w) = 2 Jᵀv − 3 Jᵀw, a cotangent of zeros gives zeros, and the same
/// cotangent gives the same answer again. A backward pass that forgets to multiply by the incoming gradient, or that
/// adds into a buffer it never clears, breaks this. `f` gives the shape of the cotangents.
pub fn linear_pullback<F, V>(f: F, vjp: V) -> Pullback<F, V> {
    Pullback { f, vjp }
}

impl<F, V> Pullback<F, V> {
    /// Checks linearity at a point, for eight random pairs of cotangents.
    pub fn at<P, Q, T>(&self, point: impl AsPoint<P>) -> Finding
    where
        P: Params + ?Sized,
        Q: Params<Owned = Q>,
        T: Params,
        F: Fn(&P) -> Q,
        V: Fn(&P, &Q) -> T,
    {
        let x = point.as_point();
        let output = match attempt("the function", "this point", || (self.f)(x)) {
            Ok(output) => output,
            Err(stage) => return stage.into(),
        };
        let pull = |at: &P, w: &[f64]| (self.vjp)(at, &output.rebuild(w)).flatten();
        let checked = |w: &[f64]| attempt("the pullback", "this point", || pull(x, w));
        let quiet = |at: &[f64], w: &[f64]| pull(x.rebuild(at).borrow(), w);
        match linear(x, output.count(), &checked, &quiet) {
            Ok(finding) | Err(finding) => finding,
        }
    }
}

type Pull<'a> = dyn Fn(&[f64]) -> Result<Vec<f64>, Stage> + 'a;
type Quiet<'a> = dyn Fn(&[f64], &[f64]) -> Vec<f64> + 'a;

fn linear<P: Params + ?Sized>(
    x: &P,
    outputs: usize,
    pull: &Pull,
    quiet: &Quiet,
) -> Result<Finding, Finding> {
    let zero = pull(&vec![0.0; outputs])?;
    if let Some(odd) = zero.iter().find(|g| **g != 0.0) {
        let text =
            format!("A cotangent of zeros must be pulled back to zeros, but one entry is {odd}.");
        return Err(Finding::broken(text));
    }
    let mut random = Stream::new(0, "pullback");
    let mut sensitivity = 0.0_f64;
    for _ in 0..PAIRS {
        let (v, w) = (draw(outputs, &mut random), draw(outputs, &mut random));
        let both: Vec<f64> = v.iter().zip(&w).map(|(a, b)| 2.0 * a - 3.0 * b).collect();
        let (of_v, of_w, of_both) = (pull(&v)?, pull(&w)?, pull(&both)?);
        if pull(&v)? != of_v {
            let text = "Pulling the same cotangent back twice gave two answers. Is a buffer added to and never cleared?";
            return Err(Finding::broken(text.to_string()));
        }
        for k in 0..of_both.len() {
            let expected = 2.0 * of_v[k] - 3.0 * of_w[k];
            let size = 2.0 * of_v[k].abs() + 3.0 * of_w[k].abs() + of_both[k].abs();
            let difference = |at: &[f64]| {
                vec![quiet(at, &both)[k] - 2.0 * quiet(at, &v)[k] + 3.0 * quiet(at, &w)[k]]
            };
            let cheap = f64::EPSILON * (outputs as f64 + 8.0) * size;
            let off = (of_both[k] - expected).abs();
            if off <= cheap {
                sensitivity = sensitivity.max(cheap);
                continue;
            }
            let shielded = shielded(difference, 1);
            let allowed = rounding(x, size, outputs, &|at| shielded(at)[0]);
            if off > allowed {
                return Err(Finding::broken(format!(
                    "The pullback must be linear: of 2v − 3w it is {}, but 2 times that of v minus 3 times that of w is {expected} (entry {k}).",
                    of_both[k]
                )));
            }
            sensitivity = sensitivity.max(allowed);
        }
    }
    Ok(Finding::holds(
        "the pullback is linear for 8 random pairs of cotangents",
        sensitivity,
    ))
}
