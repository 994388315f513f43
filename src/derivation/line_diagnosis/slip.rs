//! One slip at one place, and the formula it leads to.

use crate::derivation::malrules::{MALRULES, MISREADINGS, MISWRITINGS, rank};
use crate::derivation::rules::Term;
use crate::derivation::syntax::Rule as By;

/// A mistake at a place.
#[derive(Clone)]
pub(super) struct Slip {
    /// The mistake's id.
    pub(super) id: &'static str,
    /// The sentence of its row.
    pub(super) message: &'static str,
    /// The rule it breaks.
    pub(super) breaks: By,
    /// Its place in the tables: what a tie is decided by.
    pub(super) rank: usize,
    /// The part it happened to.
    pub(super) site: Term,
}

impl Slip {
    /// A row of the broken rules of differentiation, at a part.
    pub(super) fn of_rule(row: usize, site: &Term) -> Self {
        let rule = &MALRULES[row];
        Self {
            id: rule.id,
            message: rule.message,
            breaks: rule.breaks,
            rank: 2 * row + 1,
            site: site.clone(),
        }
    }

    /// A row of the broken rules of algebra, at a part.
    pub(super) fn of_algebra(row: usize, site: &Term) -> Self {
        let miswriting = &MISWRITINGS[row];
        Self {
            id: miswriting.id,
            message: miswriting.message,
            breaks: By::Algebra,
            rank: rank(miswriting.before, row),
            site: site.clone(),
        }
    }

    /// A row of the misread questions, for what should be differentiated.
    pub(super) fn of_question(row: usize, operand: &Term) -> Self {
        let misreading = &MISREADINGS[row];
        Self {
            id: misreading.id,
            message: misreading.message,
            breaks: By::Definition,
            rank: rank(misreading.before, MISWRITINGS.len() + row),
            site: operand.clone(),
        }
    }
}

/// A formula that one or two slips lead to.
#[derive(Clone)]
pub(super) struct Prediction {
    /// The formula.
    pub(super) term: Term,
    /// What went wrong; the outermost first.
    pub(super) slips: Vec<Slip>,
}

impl Prediction {
    pub(super) fn new(term: Term, slip: Slip) -> Self {
        Self {
            term,
            slips: vec![slip],
        }
    }

    /// The same slips, seen from further outside.
    pub(super) fn within(&self, term: Term) -> Self {
        Self {
            term,
            slips: self.slips.clone(),
        }
    }

    /// Two slips in one line.
    pub(super) fn and(&self, term: Term, other: &Self) -> Self {
        let slips = self.slips.iter().chain(&other.slips).cloned();
        Self {
            term,
            slips: slips.collect(),
        }
    }
}
