//! Laws that derivatives obey, checked without a difference quotient (the Taylor slope apart): they separate "these two
//! disagree with each other" from "both disagree with the function".

mod adjoint;
mod hessian;
mod pullback;
mod shape;
mod taylor;

use super::verdict::{Stage, Verdict};
use crate::gradient::{scales, shifted, tailored};
use crate::numeric::noise;
use crate::params::{Block, Params};
use crate::report::wrap_text;
use crate::sample::Stream;

pub use adjoint::{Adjoint, adjoint};
pub use hessian::{Symmetry, symmetric_hessian};
pub use pullback::{Pullback, linear_pullback};
pub use shape::{ShapeLaw, shape_law};
pub use taylor::{Taylor, taylor};

/// What a law's check found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// `Agrees`, `Disagrees`, `Undecided` or `Invalid`.
    pub verdict: Verdict,
    /// The law and the numbers, in words.
    pub text: String,
}

impl Finding {
    fn holds(text: &str, sensitivity: f64) -> Self {
        Self {
            verdict: Verdict::Agrees { sensitivity },
            text: text.to_string(),
        }
    }

    fn broken(text: String) -> Self {
        Self {
            verdict: Verdict::Disagrees,
            text,
        }
    }

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

/// Random pairs that a law is tried with.
const PAIRS: usize = 8;

/// Numbers of either sign and size 1 to 2.
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

/// How far rounding can have moved a difference that should be 0: `difference(x)` is taken at points close by, where
/// its noise shows (ECnoise), and `size` is the sum of the sizes of the terms it is made of.
fn rounding<P: Params + ?Sized>(
    x: &P,
    size: f64,
    count: usize,
    difference: &dyn Fn(&[f64]) -> f64,
) -> f64 {
    let flat = x.flatten();
    let lens: Vec<usize> = x.blocks().iter().map(Block::len).collect();
    let direction = tailored(&flat, &scales(&flat, &lens), &mut Stream::new(0, "law"));
    let noise = noise::along(1, &|t| vec![difference(&shifted(&flat, &direction, t))])[0];
    4.0 * noise + f64::EPSILON * (count as f64 + 8.0) * size
}
