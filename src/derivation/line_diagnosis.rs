//! Which mistake a wrong line of a derivation is.
//!
//! A line is explained by a slip when the slip's prediction has the line's values at every sampled point: a rule of
//! [`malrules`](super::malrules) broken at one place, then everywhere, then two slips at once, and last what the
//! values alone say. A right line is never explained. (The mistake in a *gradient*, from numbers alone, is another
//! module's business.)

mod line;
mod losses;
mod matrix_products;
mod repairs;
mod report;
mod residual;
mod scene;
mod search;
mod slip;

pub use repairs::{Change, REPAIRS, Repair, repairs};
pub use scene::Scene;

use super::rules::Meaning;
use super::syntax::{Expr, Rule, Span};
use line::Sides;
use report::Report;
use search::Search;

/// A line that is wrong, and who knows what it means.
pub struct Case<'a> {
    /// The side before it, which is taken for right.
    pub before: &'a Expr,
    /// The side that is not equal to it.
    pub claimed: &'a Expr,
    /// The rule the writer named with `by`.
    pub by: Option<Rule>,
    /// What the names mean, and the values of expressions.
    pub meaning: &'a dyn Meaning,
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
pub fn diagnose(line: &Case<'_>) -> Vec<LineDiagnosis> {
    let Some(sides) = Sides::read(line.meaning, line.before, line.claimed) else {
        return Vec::new();
    };
    let names = sides.names().into_iter().map(|(_, name)| name);
    let mut search = Search::new(ONE, names.collect());
    let mut report = Report::new(line, &sides);
    report.predictions(search.rewritings(&sides.before));
    if report.is_empty() {
        report.predictions(search.everywhere(&sides.before));
    }
    report.findings(residual::other_derivatives(&sides));
    if report.is_empty() {
        report.predictions(search.results(&sides.before));
    }
    if report.is_empty() {
        report.findings(residual::sign_in_the_claim(&sides));
    }
    if report.is_empty() {
        search.extend(TWO);
        report.predictions(search.pairs(&sides.before));
    }
    if report.is_empty() {
        report.findings(residual::traces(&sides));
    }
    report.named
}
