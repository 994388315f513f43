//! Laws that need no differences.

use super::subject::attempt;
use super::verdict::{Stage, Verdict};
use crate::params::{AsPoint, Params};
use crate::report::wrap_text;
use crate::sample::Stream;
use std::borrow::Borrow;

/// A pushforward and a pullback of the same function, to be held against each other; see [`adjoint`].
pub struct Adjoint<J, V> {
    jvp: J,
    vjp: V,
}

/// The adjoint identity ⟨J v, w⟩ = ⟨v, Jᵀ w⟩: pushing `v` forward and pulling `w` back must give the same number.
/// It tells "forward and reverse mode disagree" from "both disagree with the function".
pub fn adjoint<J, V>(jvp: J, vjp: V) -> Adjoint<J, V> {
    Adjoint { jvp, vjp }
}

/// What a law's check found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// `Agrees`, `Disagrees` or `Invalid`.
    pub verdict: Verdict,
    /// The law and the two numbers, in words.
    pub text: String,
}

impl Finding {
    /// Does nothing when the law holds.
    ///
    /// # Panics
    /// With the text when it does not.
    #[track_caller]
    pub fn assert(&self) {
        if !self.verdict.agrees() {
            panic!("\n\n{}\n", wrap_text(&self.text, 0));
        }
    }
}

impl From<Stage> for Finding {
    fn from(stage: Stage) -> Self {
        let text = match &stage {
            Stage::NotStarted(todo) => format!("not started yet. To do: {todo}"),
            other => other.text().to_string(),
        };
        Self {
            verdict: Verdict::Invalid(stage),
            text,
        }
    }
}

/// How far two sums of products may differ by rounding, relative to the sum of their sizes.
const ROUNDING: f64 = 1e-11;

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
        let found: Result<Vec<f64>, Finding> = (0..8)
            .map(|_| self.pair(point.as_point(), &mut random))
            .collect();
        match found {
            Err(finding) => finding,
            Ok(allowed) => Finding {
                verdict: Verdict::Agrees {
                    sensitivity: allowed.into_iter().fold(0.0, f64::max),
                },
                text: "⟨J v, w⟩ = ⟨v, Jᵀ w⟩ for 8 random pairs".to_string(),
            },
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
        let allowed = ROUNDING * (push_size + pull_size);
        match (pushed - pulled).abs() <= allowed {
            true => Ok(allowed),
            false => Err(Finding {
                verdict: Verdict::Disagrees,
                text: format!(
                    "Pushing v forward and pulling w back must give the same number:\n⟨J v, w⟩ is {pushed}, ⟨v, Jᵀ w⟩ is {pulled}."
                ),
            }),
        }
    }
}

fn draw(len: usize, random: &mut Stream) -> Vec<f64> {
    (0..len)
        .map(|_| random.sign() * random.between(1.0, 2.0))
        .collect()
}

/// The inner product, and the sum of the sizes of its terms.
fn dot(a: &[f64], b: &[f64]) -> (f64, f64) {
    let products = || a.iter().zip(b).map(|(p, q)| p * q);
    (products().sum(), products().map(f64::abs).sum())
}
