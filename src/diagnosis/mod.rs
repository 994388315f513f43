//! What kind of mistake a wrong answer is, from the numbers alone.
//!
//! The input is a list of [`Case`]s, one a point: what was claimed, what is true, how sure that is. A hypothesis
//! is accepted only when it explains every number at every point; at most one is named, and when none fits the
//! diagnosis says so.

mod constant;
mod partial;

use crate::params::Block;

/// One point's numbers.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The claimed numbers.
    pub claimed: &'a [f64],
    /// The true numbers, by nudging.
    pub truth: Vec<f64>,
    /// The bound on |claimed − truth| that rounding and truncation explain.
    pub bound: Vec<f64>,
    /// Where.
    pub point: &'a [f64],
    /// The function's outputs there.
    pub value: &'a [f64],
    /// The direction or cotangent of a claim of products; empty otherwise.
    pub direction: &'a [f64],
    /// The blocks that claimed and truth are made of.
    pub blocks: &'a [Block],
    /// The names of the numbers.
    pub names: &'a [String],
    /// What known wrong claims give here, by the mistake's id.
    pub suspects: &'a [(String, Vec<f64>)],
    /// The number of rows of the batch, if told.
    pub batch: Option<usize>,
    /// Sizes that a wrong factor may be made of, if told.
    pub hints: &'a [f64],
}

impl Case<'_> {
    /// Whether number `k` is claimed right.
    pub fn right(&self, k: usize) -> bool {
        self.near(k, self.claimed[k], self.truth[k], 1.0)
    }

    /// Whether `a` and `b` are equal up to the bound of number `k`, times `factor`.
    fn near(&self, k: usize, a: f64, b: f64, factor: f64) -> bool {
        (a - b).abs() <= 3.0 * self.bound[k] * factor.abs().max(1.0)
    }
}

/// A mistake that the numbers are consistent with.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnosis {
    /// The id in the [catalogue](crate::mistake::CATALOGUE); `None` when nothing was recognised.
    pub mistake: Option<String>,
    /// What the numbers say, in words; hedged.
    pub text: String,
}

impl Diagnosis {
    fn named(id: &str, text: String) -> Self {
        Self {
            mistake: Some(id.to_string()),
            text,
        }
    }
}

/// The one diagnosis of these points. At least one number of one point is wrong.
pub fn diagnose(cases: &[Case]) -> Diagnosis {
    suspect(cases)
        .or_else(|| constant::all_zero(cases))
        .or_else(|| constant::factor(cases))
        .or_else(|| partial::some_right(cases))
        .unwrap_or_else(|| Diagnosis {
            mistake: None,
            text: "The numbers fit no mistake that is known here.".to_string(),
        })
}

/// A known wrong claim that gives exactly the claimed numbers everywhere.
fn suspect(cases: &[Case]) -> Option<Diagnosis> {
    let ids = &cases.first()?.suspects;
    let equal = |case: &Case, id: &str| {
        let found = case.suspects.iter().find(|(other, _)| other == id);
        found.is_some_and(|(_, wrong)| {
            (0..wrong.len()).all(|k| {
                let size = wrong[k].abs().max(case.claimed[k].abs());
                (wrong[k] - case.claimed[k]).abs() <= 1e-9 * size + 1e-14
            })
        })
    };
    let (id, _) = ids
        .iter()
        .find(|(id, _)| cases.iter().all(|case| equal(case, id)))?;
    let text = match crate::mistake::find(id) {
        Some(mistake) => format!("This looks like: {}.", mistake.sentence),
        None => format!("These are the numbers of a known mistake: {id}."),
    };
    Some(Diagnosis::named(id, text))
}
