//! Ranks what was found and says it in sentences.

use super::line::Sides;
use super::residual::Finding;
use super::slip::{Prediction, Slip};
use super::{Case, LineDiagnosis};
use crate::derivation::rules::Term;
use crate::derivation::syntax::{Expr, Rule, Span};
use crate::derivation::typeset;
use crate::mistake;

/// The diagnoses of a line so far, best first.
pub(super) struct Report<'a, 'm> {
    line: &'a Case<'m>,
    sides: &'a Sides<'m>,
    /// What was found, each mistake once.
    pub(super) named: Vec<LineDiagnosis>,
}

impl<'a, 'm> Report<'a, 'm> {
    pub(super) fn new(line: &'a Case<'m>, sides: &'a Sides<'m>) -> Self {
        Self {
            line,
            sides,
            named: Vec::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// Adds the predictions that explain the line, best first. Of those by two slips only the best: more would be
    /// guesses.
    pub(super) fn predictions(&mut self, predictions: Vec<Prediction>) {
        let explains = |prediction: &Prediction| self.sides.explains(&prediction.term);
        let mut found: Vec<Prediction> = predictions.into_iter().filter(explains).collect();
        found.sort_by_key(|prediction| order(prediction, self.line.by));
        if found.first().is_some_and(|best| best.slips.len() > 1) {
            found.truncate(1);
        }
        for prediction in &found {
            for slip in &prediction.slips {
                self.add(
                    slip.id,
                    slip.message,
                    Some(&slip.site),
                    prediction.slips.len(),
                );
            }
        }
    }

    /// Adds what the values say.
    pub(super) fn findings(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            self.add(finding.id, &finding.message, finding.site.as_ref(), 1);
        }
    }

    /// The expression that a part was read from; a minus in a sum stands with its term.
    fn written(&self, site: &Term) -> Option<&'a Expr> {
        let inner = site.as_negative();
        let origin = |site| self.sides.reader.origin(site);
        origin(site).or_else(|| origin(inner?))
    }

    fn add(&mut self, id: &'static str, message: &str, site: Option<&Term>, slips: usize) {
        if self.named.iter().any(|known| known.id == id) {
            return;
        }
        let written = site.and_then(|site| self.written(site));
        let message = match written {
            Some(part) => message.replace("{}", &typeset::plain(part)),
            // A part that nobody wrote is not shown: it may be the answer.
            None if message.contains("{}") => in_general(id),
            None => message.to_owned(),
        };
        let span = written.map(|expr| expr.span);
        self.named.push(LineDiagnosis {
            id,
            message,
            span: span.filter(|span| *span != Span::default()),
            slips,
        });
    }
}

/// What the catalogue says about a mistake.
fn in_general(id: &str) -> String {
    mistake::find(id).map_or_else(String::new, |mistake| mistake.sentence.to_owned())
}

/// What decides between predictions that explain the line equally well: the rule the writer named, the order of the
/// table, then the larger part.
fn order(prediction: &Prediction, by: Option<Rule>) -> (bool, usize, u32) {
    let named = |slip: &Slip| by == Some(slip.breaks);
    let ranks = prediction.slips.iter().map(|slip| slip.rank);
    let size = prediction.slips.iter().map(|slip| slip.site.size()).max();
    (
        !prediction.slips.iter().any(named),
        ranks.sum(),
        u32::MAX - size.unwrap_or(0),
    )
}
