//! A wrong line as the diagnosis sees it: two formulas, and their values at the points that count.

use crate::derivation::rules::{LANES, Meaning, Reader, Term};
use crate::derivation::syntax::Expr;

use super::search::agree;

/// The two sides of a wrong line.
pub(super) struct Sides<'m> {
    /// Knows where each part was written.
    pub(super) reader: Reader<'m>,
    /// The side that is taken for right.
    pub(super) before: Term,
    /// Its values.
    pub(super) truth: Vec<f64>,
    /// The side that is wrong, when it could be read.
    pub(super) claimed: Option<Term>,
    /// Its values.
    pub(super) claim: Vec<f64>,
}

impl<'m> Sides<'m> {
    /// Fewer points than this decide nothing.
    const FEWEST: usize = 4;
    /// More points than this add nothing.
    const MOST: usize = 32;

    /// Reads both sides; `None` when they are no scalars, or agree, or hardly a point has a value.
    pub(super) fn read(meaning: &'m dyn Meaning, before: &Expr, claimed: &Expr) -> Option<Self> {
        let truth = meaning.values(before)?;
        let claim = meaning.values(claimed)?;
        let usable = |&point: &usize| truth[point].is_finite() && claim[point].is_finite();
        let points: Vec<usize> = (0..truth.len().min(claim.len())).filter(usable).collect();
        let points = Self::telling(points, &truth, &claim);
        let mut sides = Self::at(meaning, points, before, claimed)?;
        // Where the rules and the evaluator disagree, a domain is involved that the rules do not know.
        let trusted = |row: &Vec<f64>, point: usize| agree(&[row[point]], &[sides.truth[point]]);
        let known = sides.before.values(sides.truth.len());
        if !(0..known.len()).all(|point| trusted(&known, point)) {
            let points = sides.reader.points().iter().enumerate();
            let points = points
                .filter(|(at, _)| trusted(&known, *at))
                .map(|(_, p)| *p);
            sides = Self::at(meaning, points.collect(), before, claimed)?;
        }
        let told_apart = !agree(&sides.truth, &sides.claim);
        told_apart.then_some(sides)
    }

    /// The points where the sides differ most clearly come first, since the first few are looked at most.
    fn telling(mut points: Vec<usize>, truth: &[f64], claim: &[f64]) -> Vec<usize> {
        let moderate = |&point: &usize| (1e-6..1e6).contains(&truth[point].abs());
        let apart = |point: &usize| !agree(&[truth[*point]], &[claim[*point]]);
        points.sort_by_key(|point| !(apart(point) && moderate(point)));
        points
    }

    fn at(
        meaning: &'m dyn Meaning,
        mut points: Vec<usize>,
        before: &Expr,
        claimed: &Expr,
    ) -> Option<Self> {
        points.truncate(Self::MOST);
        points.truncate(points.len() / LANES * LANES);
        if points.len() < Self::FEWEST {
            return None;
        }
        let (truth, claim) = (meaning.values(before)?, meaning.values(claimed)?);
        let column = |values: Vec<f64>| points.iter().map(|&point| values[point]).collect();
        let (truth, claim) = (column(truth), column(claim));
        let mut reader = Reader::new(meaning, points);
        let before = reader.read(before)?;
        let claimed = reader.read(claimed);
        Some(Self {
            reader,
            before,
            truth,
            claimed,
            claim,
        })
    }

    /// Whether a formula has the claimed values at every point.
    pub(super) fn explains(&self, term: &Term) -> bool {
        let first = term.lanes();
        agree(&self.claim[..LANES], &first) && agree(&self.claim, &term.values(self.claim.len()))
    }

    /// The variables and parameters of both sides, by name.
    pub(super) fn names(&self) -> Vec<(String, Term)> {
        let named = self.reader.names();
        named
            .map(|(name, term)| (name.to_string(), term.clone()))
            .collect()
    }
}
