//! Which mistake a wrong line of a derivation is.
//!
//! A line is explained by a slip when the slip's prediction has the line's values at every sampled point: a rule of
//! [`malrules`](super::malrules) broken at one place, then everywhere, then two slips at once, and last what the
//! values alone say. A right line is never explained. (The mistake in a *gradient*, from numbers alone, is another
//! module's business.)

mod line;
mod residual;
mod search;
mod slip;

use super::rules::Meaning;
use super::syntax::{Expr, Rule, Span};
use line::Sides;
use search::Search;
use slip::{Prediction, Slip};

/// A line that the judge found wrong.
pub struct WrongLine<'a> {
    /// The side before it, which is taken for right.
    pub before: &'a Expr,
    /// The side that is not equal to it.
    pub claimed: &'a Expr,
    /// The rule the writer named with `by`.
    pub by: Option<Rule>,
    /// What the names mean, and the values of expressions.
    pub meaning: &'a dyn Meaning,
    /// How to print an expression in a sentence.
    pub show: &'a dyn Fn(&Expr) -> String,
}

/// A mistake that explains a line.
#[derive(Debug, Clone, PartialEq)]
pub struct LineDiagnosis {
    /// The mistake's id in the [catalogue](crate::mistake).
    pub id: &'static str,
    /// One sentence about this line. It never prints the formula asked for.
    pub message: String,
    /// The part of the text it is about, where it stands in the text.
    pub span: Option<Span>,
    /// How many slips it takes: with 2 the next diagnosis of the list is the other one.
    pub slips: usize,
}

/// How many formulas one slip may lead to, and how many two.
const ONE: usize = 3000;
const TWO: usize = 3000;

/// The mistakes that explain a wrong line, best first; empty when none does, and when the line is right.
///
/// A mistake at one place goes before the same one everywhere, that before two at once, a broken rule before what
/// the values alone say; among equals, the rule the writer named, then the order of the table.
pub fn diagnose(line: &WrongLine<'_>) -> Vec<LineDiagnosis> {
    let Some(sides) = Sides::read(line.meaning, line.before, line.claimed) else {
        return Vec::new();
    };
    let mut search = Search::new(ONE);
    let mut found = matching(&sides, search.rewritings(&sides.before));
    if found.is_empty() {
        found = matching(&sides, search.everywhere(&sides.before));
    }
    if found.is_empty() {
        search.extend(TWO);
        found = matching(&sides, search.pairs(&sides.before));
    }
    found.sort_by_key(|prediction| order(prediction, line.by));
    let mut named: Vec<LineDiagnosis> = Vec::new();
    for prediction in &found {
        add_slips(&mut named, &sides, prediction, line);
    }
    for finding in residual::findings(&sides) {
        let site = finding.site.as_ref();
        let message = sentence(&finding.message, site, &sides, line);
        let origin = site.and_then(|site| sides.reader.origin(site));
        add(&mut named, finding.id, message, origin.map(|expr| expr.span), 1);
    }
    named
}

fn matching(sides: &Sides<'_>, predictions: Vec<Prediction>) -> Vec<Prediction> {
    let explains = |prediction: &Prediction| sides.explains(&prediction.term);
    predictions.into_iter().filter(explains).collect()
}

/// What decides between predictions that explain the line equally well.
fn order(prediction: &Prediction, by: Option<Rule>) -> (bool, usize, u32) {
    let breaks = |slip: &Slip| by == Some(slip.breaks);
    let ranks = prediction.slips.iter().map(|slip| slip.rank);
    let depth = prediction.slips.iter().map(|slip| slip.site.size()).max();
    (
        !prediction.slips.iter().any(breaks),
        ranks.sum(),
        u32::MAX - depth.unwrap_or(0),
    )
}

fn add_slips(
    named: &mut Vec<LineDiagnosis>,
    sides: &Sides<'_>,
    prediction: &Prediction,
    line: &WrongLine<'_>,
) {
    // A second explanation by two slips is a guess: one is enough.
    if prediction.slips.len() > 1 && !named.is_empty() {
        return;
    }
    for slip in &prediction.slips {
        let message = sentence(slip.message, Some(&slip.site), sides, line);
        let origin = sides.reader.origin(&slip.site);
        let span = origin.map(|expr| expr.span);
        add(named, slip.id, message, span, prediction.slips.len());
    }
}

fn add(
    named: &mut Vec<LineDiagnosis>,
    id: &'static str,
    message: String,
    span: Option<Span>,
    slips: usize,
) {
    if !named.iter().any(|known| known.id == id) {
        let span = span.filter(|span| *span != Span::default());
        named.push(LineDiagnosis {
            id,
            message,
            span,
            slips,
        });
    }
}

/// The row's sentence with the learner's own part in it. A part that nobody wrote is not shown: it may be the answer.
fn sentence(
    message: &str,
    site: Option<&super::rules::Term>,
    sides: &Sides<'_>,
    line: &WrongLine<'_>,
) -> String {
    let written = site.and_then(|site| sides.reader.origin(site));
    let part = written.map_or_else(|| "one part".to_owned(), |expr| (line.show)(expr));
    message.replace("{}", &part)
}

