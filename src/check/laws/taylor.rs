//! What is left after the linear part falls like h².

use super::super::subject::attempt;
use super::super::verdict::{Reason, Stage, Verdict};
use super::{Finding, dot};
use crate::gradient::{noises, scales, shifted, tailored};
use crate::numeric::tableau::UNIT;
use crate::params::{AsPoint, Block, Params};
use crate::sample::Stream;
use std::borrow::Borrow;

/// A function and its claimed gradient, whose Taylor remainder is watched; see [`taylor`].
#[derive(Debug)]
pub struct Taylor<F, G> {
    f: F,
    gradient: G,
}

/// The Taylor slope: f(x + h d) − f(x) − h g·d falls like h² when g is the gradient, and only like h when it is not.
/// It needs no tolerance, and shows an almost right gradient in a picture; but it is no proof: an error far smaller than
/// the curvature hides behind it, so a pass here says less than [`gradient`](super::super::gradient) does.
///
/// ```
/// use pencilgrad::check;
/// let f = |x: &[f64]| x[0].exp() * x[1];
/// check::taylor(f, |x: &[f64]| vec![x[0].exp() * x[1], x[0].exp()]).at([0.5, 2.0]).assert();
/// ```
pub fn taylor<F, G>(f: F, gradient: G) -> Taylor<F, G> {
    Taylor { f, gradient }
}

/// Steps halve, so that the message can speak of halving and quartering.
const STEPS: usize = 20;
/// A remainder counts when it is this many times the noise.
const CLEAR: f64 = 40.0;

impl<F, G> Taylor<F, G> {
    /// Watches the remainder along one random direction.
    pub fn at<P, T>(&self, point: impl AsPoint<P>) -> Finding
    where
        P: Params + ?Sized,
        T: Params,
        F: Fn(&P) -> f64,
        G: Fn(&P) -> T,
    {
        self.watch(point.as_point())
            .unwrap_or_else(|stage| stage.into())
    }

    fn watch<P, T>(&self, x: &P) -> Result<Finding, Stage>
    where
        P: Params + ?Sized,
        T: Params,
        F: Fn(&P) -> f64,
        G: Fn(&P) -> T,
    {
        let flat = x.flatten();
        let centre = attempt("the function", "this point", || (self.f)(x))?;
        let g = attempt("your function", "this point", || {
            (self.gradient)(x).flatten()
        })?;
        if g.len() != flat.len() {
            return Err(Stage::Shape(format!(
                "your gradient has {} numbers, but the point has {}",
                g.len(),
                flat.len()
            )));
        }
        let lens: Vec<usize> = x.blocks().iter().map(Block::len).collect();
        let scales = scales(&flat, &lens);
        let d = tailored(&flat, &scales, &mut Stream::new(0, "taylor"));
        let value = |at: &[f64]| vec![(self.f)(x.rebuild(at).borrow())];
        let noise = noises(&value, &flat, &scales, 1, 0)[0].near;
        let slope = dot(&g, &d).0;
        let remainder = |h: f64| {
            let there = value(&shifted(&flat, &d, h))[0];
            let allowed = 2.0 * noise + 8.0 * UNIT * (there.abs() + (h * slope).abs());
            ((there - centre - h * slope).abs(), allowed)
        };
        let clear: Vec<f64> = (0..STEPS)
            .map(|k| remainder(0.02 * 0.5_f64.powi(k as i32)))
            .take_while(|(left, allowed)| *left > CLEAR * allowed)
            .map(|(left, _)| left)
            .collect();
        Ok(conclude(&clear))
    }
}

/// The last halvings decide: by which factor what is left fell.
fn conclude(clear: &[f64]) -> Finding {
    let [.., before, last] = clear else {
        return Finding::holds("nothing is left after the linear part but rounding", 0.0);
    };
    let rate = (before / last).log2();
    match rate {
        r if r > 1.8 => Finding::holds("halving the step quarters what is left after the linear part", *last),
        r if r < 1.3 => Finding::broken(format!(
            "Halving the step should quarter what is left after the linear part of f. It only became {:.2} times smaller, so the linear part is not the gradient.",
            before / last
        )),
        _ => Finding {
            verdict: Verdict::Undecided(Reason::Direction),
            text: "Halving the step neither halves nor quarters what is left after the linear part. Try another point.".to_string(),
        },
    }
}
