//! What kind of mistake a wrong answer is, from the numbers alone.
//!
//! The input is a list of [`Case`]s, one a point: what was claimed, what is true, how sure that is. A hypothesis
//! is accepted only when it explains every number at every point; at most one is named, and when none fits the
//! diagnosis says so.

//!
//! The method: each hypothesis turns the true numbers, *and their bounds*, into what the mistake would have given, and
//! is accepted when every claimed number lies within three bounds of that. The [table](HYPOTHESES) stands in the order
//! of the number of fitted parameters; the first that is accepted is named, the next one is shown as the runner-up.

mod blocks;
mod constant;
mod evidence;
mod factors;
mod order;
mod partial;
mod softmax;
mod state;
mod subset;
mod table;
mod terms;
mod units;

use crate::params::Block;
use evidence::{Evidence, Expected};
pub use table::{HYPOTHESES, Hypothesis};

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
        Expected::of(self, k).is(self.claimed[k])
    }
}

/// A mistake that the numbers are consistent with.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnosis {
    /// The id in the [catalogue](crate::mistake::CATALOGUE); `None` when nothing was recognised.
    pub mistake: Option<String>,
    /// What the numbers say, in words; hedged.
    pub text: String,
    /// Another mistake that explains the numbers as well, with more parameters.
    pub runner_up: Option<String>,
}

/// The one diagnosis of these points. At least one number of one point is wrong.
pub fn diagnose(cases: &[Case]) -> Diagnosis {
    // A look outside a sparse pattern has more rows than the claim has numbers: nothing to compare one by one.
    let paired = cases
        .iter()
        .all(|case| case.claimed.len() == case.truth.len());
    let found = paired.then(|| {
        suspect(cases)
            .or_else(|| recognised(cases))
            .or_else(|| partial::some_right(cases))
    });
    found.flatten().unwrap_or_else(|| Diagnosis {
        mistake: None,
        text: "The numbers fit no mistake that is known here.".to_string(),
        runner_up: None,
    })
}

/// The first hypothesis that explains every number, and the next one with another name.
fn recognised(cases: &[Case]) -> Option<Diagnosis> {
    let evidence = Evidence { cases };
    let wrong = |case: &Case| (0..case.claimed.len()).any(|k| !case.right(k));
    if !cases.iter().any(wrong) {
        return None;
    }
    let mut found = (HYPOTHESES.iter()).filter_map(|hypothesis| (hypothesis.test)(&evidence));
    let first = found.next()?;
    // "A constant multiple" is what a mistake without a better name is called: it adds nothing to a better name.
    let nameless = ["constant-multiple", "constant-offset"];
    let next = found.find(|next| next.id != first.id && !nameless.contains(&next.id));
    let runner_up = next.map(|next| next.id);
    // One number a point fits many a mistake; a person is told of a second one where several numbers speak for it.
    let several = cases.iter().any(|case| case.claimed.len() > 1);
    let also = runner_up.filter(|_| several).and_then(crate::mistake::find);
    let also = also.map_or(String::new(), |mistake| {
        format!(" It would also fit this: {}.", mistake.sentence)
    });
    Some(Diagnosis {
        mistake: Some(first.id.to_string()),
        text: first.text + &also,
        runner_up: runner_up.map(str::to_string),
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
    Some(Diagnosis {
        mistake: Some(id.to_string()),
        text,
        runner_up: None,
    })
}
