//! The numbers that a hypothesis is held against.

use super::Case;
use std::ops::Range;

/// All points of one check.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a> {
    pub(super) cases: &'a [Case<'a>],
}

/// What a hypothesis says that a claimed number is, and how sure that is.
#[derive(Clone, Copy)]
pub(super) struct Expected {
    pub(super) value: f64,
    pub(super) bound: f64,
}

impl Evidence<'_> {
    /// Whether a prediction explains every number of every point, among them more wrong ones than it has parameters.
    pub(super) fn explained(
        &self,
        parameters: usize,
        predict: impl Fn(&Case) -> Option<Vec<Expected>>,
    ) -> bool {
        let mut wrong = 0;
        for case in self.cases {
            let Some(expected) = predict(case) else {
                return false;
            };
            if expected.len() != case.claimed.len()
                || !(0..expected.len()).all(|k| expected[k].is(case.claimed[k]))
            {
                return false;
            }
            wrong += (0..expected.len()).filter(|k| !case.right(*k)).count();
        }
        wrong > parameters
    }

    /// The same for a prediction that changes each number by itself; `None` where it does not apply.
    pub(super) fn explained_each(
        &self,
        parameters: usize,
        predict: impl Fn(&Case, usize) -> Option<Expected>,
    ) -> bool {
        self.explained(parameters, |case| {
            (0..case.claimed.len()).map(|k| predict(case, k)).collect()
        })
    }

    /// Whether every point has the same blocks, so that a block can be spoken of.
    pub(super) fn uniform(&self) -> bool {
        let Some(first) = self.cases.first() else {
            return false;
        };
        self.cases.iter().all(|case| {
            case.blocks == first.blocks
                && case.claimed.len() == case.truth.len()
                && case.names.len() == case.claimed.len()
                && case.blocks.iter().map(|b| b.len()).sum::<usize>() == case.claimed.len()
        })
    }

    /// Where the blocks stand in the flat list. Empty ones are left out.
    pub(super) fn ranges(&self) -> Vec<(usize, Range<usize>)> {
        let mut start = 0;
        let mut ranges = Vec::new();
        for (which, block) in self.cases[0].blocks.iter().enumerate() {
            ranges.push((which, start..start + block.len()));
            start += block.len();
        }
        ranges.retain(|(_, range)| !range.is_empty());
        ranges
    }

    /// What a block is called in the table: `d/dW`.
    pub(super) fn block_name(&self, range: &Range<usize>) -> String {
        let name = &self.cases[0].names[range.start];
        name.split('[').next().unwrap_or(name).to_string()
    }

    /// How many numbers are known well enough to speak for or against a factor.
    pub(super) fn informative(&self, range: Option<&Range<usize>>) -> usize {
        let known = |case: &Case| {
            let all = 0..case.claimed.len();
            let range = range.unwrap_or(&all).clone();
            range.filter(|k| case.known(*k)).count()
        };
        self.cases.iter().map(known).sum()
    }
}

impl Expected {
    pub(super) fn of(case: &Case, k: usize) -> Self {
        Self::scaled(case, k, 1.0)
    }

    /// The true number times `factor`.
    pub(super) fn scaled(case: &Case, k: usize, factor: f64) -> Self {
        Self {
            value: factor * case.truth[k],
            bound: case.bound[k] * factor.abs().max(1.0),
        }
    }

    /// The true number plus `term`.
    pub(super) fn plus(case: &Case, k: usize, term: f64) -> Self {
        Self {
            value: case.truth[k] + term,
            bound: case.bound[k] + 4.0 * f64::EPSILON * term.abs(),
        }
    }

    /// Whether `claimed` is this, within three bounds.
    pub(super) fn is(&self, claimed: f64) -> bool {
        let rounding = 8.0 * f64::EPSILON * claimed.abs();
        self.bound.is_infinite() || (claimed - self.value).abs() <= 3.0 * self.bound + rounding
    }
}

impl Case<'_> {
    /// The coordinate of the point that number `k` belongs to, if they correspond one to one.
    pub(super) fn x(&self, k: usize) -> Option<f64> {
        (self.claimed.len() == self.point.len()).then(|| self.point[k])
    }

    /// The output that number `k` belongs to: the only one, or one of as many as there are numbers.
    pub(super) fn output(&self, k: usize) -> Option<f64> {
        match self.value.len() {
            1 => Some(self.value[0]),
            outputs if outputs == self.claimed.len() => Some(self.value[k]),
            outputs if self.blocks.len() == 1 && self.blocks[0].rows == outputs => {
                Some(self.value[k % outputs])
            }
            _ => None,
        }
    }

    /// Whether the true number stands out from its bound.
    pub(super) fn known(&self, k: usize) -> bool {
        self.truth[k].abs() > 10.0 * self.bound[k]
    }

    /// Claimed over true, where the true number is known.
    pub(super) fn ratio(&self, k: usize) -> Option<f64> {
        self.known(k).then(|| self.claimed[k] / self.truth[k])
    }

    /// Claimed minus true.
    pub(super) fn excess(&self, k: usize) -> f64 {
        self.claimed[k] - self.truth[k]
    }
}
