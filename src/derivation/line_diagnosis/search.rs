//! Everything that one slip, the same slip everywhere, or two slips make of a line.
//!
//! A part that went wrong is put back into its surroundings by the right rules; the parts beside it are shared, not
//! built again. The number of formulas is bounded, so that no line can hold the judge up.

use super::slip::{Prediction, Slip};
use crate::derivation::malrules::{Asked, MALRULES, MISREADINGS, MISWRITINGS};
use crate::derivation::rules::{Kind, Lanes, Of, Term, Var, apply, derivative, parts};
use crate::derivation::syntax::Rule as By;
use std::rc::Rc;

/// The search, and what it has found so far.
pub(super) struct Search {
    /// How many more formulas may be kept.
    room: usize,
    /// How many more nodes the broken rules may look at: one application costs about the size of its formula.
    work: usize,
    /// The variables and parameters of the line.
    names: Vec<Term>,
    /// The slips of each part, by variable.
    singles: Vec<(Term, Var, bool, Rc<Vec<Prediction>>)>,
}

/// Nodes that the broken rules may look at in one search. A learner's line takes some hundred.
const WORK: usize = 12_000;

type Pair<'a> = (&'a Prediction, &'a Prediction);

impl Search {
    pub(super) fn new(room: usize, names: Vec<Term>) -> Self {
        Self {
            room,
            work: WORK,
            names,
            singles: Vec::new(),
        }
    }

    /// Gives the search room for more formulas.
    pub(super) fn extend(&mut self, room: usize) {
        self.room = self.room.max(room);
        self.work = WORK;
    }

    /// Pays for looking at a formula; false when nothing is left to pay with.
    fn pay(&mut self, formula: &Term) -> bool {
        self.work = self.work.saturating_sub(formula.size() as usize);
        self.work > 0 && self.room > 0
    }

    fn keep(&mut self, found: &mut Vec<Prediction>, right: &Term, wrong: Prediction) {
        if self.room > 0 && differs(&wrong.term.lanes(), &right.lanes()) {
            self.room -= 1;
            found.push(wrong);
        }
    }

    /// A formula that was rewritten may have no values where its derivative has some: ln x and 1/x.
    fn keep_rewriting(&mut self, found: &mut Vec<Prediction>, right: &Term, wrong: Prediction) {
        if self.room > 0 && !agree(&wrong.term.lanes(), &right.lanes()) {
            self.room -= 1;
            found.push(wrong);
        }
    }

    /// One slip somewhere in differentiating `u`.
    pub(super) fn derivatives(&mut self, u: &Term, x: Var, frequent: bool) -> Rc<Vec<Prediction>> {
        let known = self
            .singles
            .iter()
            .find(|(term, var, only, _)| term.is(u) && *var == x && *only == frequent);
        if let Some((.., found)) = known {
            return found.clone();
        }
        if !self.pay(u) {
            return Rc::default();
        }
        let right = derivative(u, x);
        let mut found = Vec::new();
        for wrong in broken(u, x, frequent, &mut |part| derivative(part, x)) {
            self.keep(&mut found, &right, wrong);
        }
        for part in parts(u, x) {
            for inner in self.derivatives(&part, x, frequent).iter() {
                if self.room == 0 {
                    break;
                }
                let term = with(u, x, &[(&part, &inner.term)]);
                self.keep(&mut found, &right, inner.within(term));
            }
        }
        // A derivative of a derivative: the slip may have happened the first time.
        if let Kind::Derive { operand, by, .. } = u.kind() {
            for inner in self.derivatives(operand, *by, frequent).iter() {
                let term = derivative(&inner.term, x);
                self.keep(&mut found, &right, inner.within(term));
            }
        }
        let found = Rc::new(found);
        self.singles.push((u.clone(), x, frequent, found.clone()));
        found
    }

    /// One slip somewhere in rewriting `t`, in which derivatives may be carried out.
    pub(super) fn rewritings(&mut self, t: &Term) -> Vec<Prediction> {
        self.rewriting(t, false)
    }

    /// One slip in writing down `t`, in which all derivatives were carried out rightly.
    pub(super) fn results(&mut self, t: &Term) -> Vec<Prediction> {
        self.rewriting(t, true)
    }

    fn rewriting(&mut self, t: &Term, carried_out: bool) -> Vec<Prediction> {
        if !self.pay(t) {
            return Vec::new();
        }
        if let Kind::Derive { operand, by, value } = t.kind() {
            return match carried_out {
                true => self.rewriting(value, true),
                false => self.carrying_out(operand, *by, value),
            };
        }
        let mut found = Vec::new();
        for (row, miswriting) in MISWRITINGS.iter().enumerate() {
            for term in (miswriting.wrong)(t) {
                self.keep_rewriting(
                    &mut found,
                    t,
                    Prediction::new(term, Slip::of_algebra(row, t)),
                );
            }
        }
        let mut inside = Vec::new();
        t.kind().each_part(&mut |part| inside.push(part));
        for part in inside {
            for wrong in self.rewriting(part, carried_out) {
                if self.room == 0 {
                    break;
                }
                let term = t.with_parts(&[(part, &wrong.term)]);
                self.keep_rewriting(&mut found, t, wrong.within(term));
            }
        }
        found
    }

    /// One slip in carrying out a written derivative: the rules, the question, or the formula copied wrongly.
    fn carrying_out(&mut self, operand: &Term, by: Var, value: &Term) -> Vec<Prediction> {
        let mut found = self.derivatives(operand, by, false).to_vec();
        let asked = Asked {
            operand,
            by,
            value,
            names: &self.names.clone(),
        };
        for (row, misreading) in MISREADINGS.iter().enumerate() {
            for term in (misreading.wrong)(&asked) {
                let slip = Slip::of_question(row, operand);
                self.keep(&mut found, value, Prediction::new(term, slip));
            }
        }
        for wrong in self.rewriting(operand, false) {
            let term = derivative(&wrong.term, by);
            self.keep(&mut found, value, wrong.within(term));
        }
        found
    }

    /// The same broken rule wherever it applies, in every derivative of `t`.
    pub(super) fn everywhere(&mut self, t: &Term) -> Vec<Prediction> {
        let mut found = Vec::new();
        let local = |row: &usize| !matches!(MALRULES[*row].breaks, By::Sum | By::Definition);
        for row in (0..MALRULES.len()).filter(local) {
            for choice in 0..3 {
                for deep in [true, false] {
                    if !self.pay(t) {
                        return found;
                    }
                    let mut sites = Vec::new();
                    let term = all_derivatives(t, &mut |u, x| {
                        broken_everywhere(u, x, row, choice, deep, &mut sites)
                    });
                    if let [first, _, ..] = sites.as_slice() {
                        let slip = Slip::of_rule(row, first);
                        self.keep(&mut found, t, Prediction::new(term, slip));
                    }
                }
            }
        }
        found
    }

    /// Two slips in differentiating `u`.
    fn derivative_pairs(&mut self, u: &Term, x: Var) -> Vec<Prediction> {
        let right = derivative(u, x);
        let mut found = Vec::new();
        let inside = parts(u, x);
        for part in &inside {
            for inner in self.derivatives(part, x, true).iter() {
                if !self.pay(u) {
                    return found;
                }
                let mut of = |p: &Term| match p.is(part) {
                    true => inner.term.clone(),
                    false => derivative(p, x),
                };
                for outer in broken(u, x, true, &mut of) {
                    let both = outer.and(outer.term.clone(), inner);
                    self.keep(&mut found, &right, both);
                }
            }
            for both in self.derivative_pairs(part, x) {
                let term = with(u, x, &[(part, &both.term)]);
                self.keep(&mut found, &right, both.within(term));
            }
        }
        for (at, first) in inside.iter().enumerate() {
            for second in &inside[at + 1..] {
                let wrong = [first, second].map(|part| self.derivatives(part, x, true));
                for (a, b) in cross(&wrong) {
                    if self.room == 0 {
                        return found;
                    }
                    let term = with(u, x, &[(first, &a.term), (second, &b.term)]);
                    self.keep(&mut found, &right, a.and(term, b));
                }
            }
        }
        found
    }

    /// Two slips in the derivatives of a line.
    pub(super) fn pairs(&mut self, t: &Term) -> Vec<Prediction> {
        if let Kind::Derive { operand, by, .. } = t.kind() {
            return self.derivative_pairs(operand, *by);
        }
        let mut found = Vec::new();
        let mut inside = Vec::new();
        t.kind().each_part(&mut |part| inside.push(part));
        for (at, first) in inside.iter().enumerate() {
            for both in self.pairs(first) {
                let term = t.with_parts(&[(first, &both.term)]);
                self.keep(&mut found, t, both.within(term));
            }
            for second in &inside[at + 1..] {
                let wrong = [first, second].map(|part| Rc::new(self.slips_inside(part)));
                for (a, b) in cross(&wrong) {
                    if self.room == 0 {
                        return found;
                    }
                    let term = t.with_parts(&[(first, &a.term), (second, &b.term)]);
                    self.keep(&mut found, t, a.and(term, b));
                }
            }
        }
        found
    }

    fn slips_inside(&mut self, t: &Term) -> Vec<Prediction> {
        match t.kind() {
            Kind::Derive { operand, by, .. } => self.derivatives(operand, *by, true).to_vec(),
            _ => Vec::new(),
        }
    }
}

fn cross(wrong: &[Rc<Vec<Prediction>>; 2]) -> impl Iterator<Item = Pair<'_>> {
    let [first, second] = wrong;
    first
        .iter()
        .flat_map(|a| second.iter().map(move |b| (a, b)))
}

/// The broken rules at `u` itself.
fn broken(u: &Term, x: Var, frequent: bool, of: &mut Of) -> Vec<Prediction> {
    let mut found = Vec::new();
    for (rank, row) in MALRULES.iter().enumerate() {
        if row.frequent || !frequent {
            let wrong = (row.wrong)(u, x, of).into_iter();
            found.extend(wrong.map(|term| Prediction::new(term, Slip::of_rule(rank, u))));
        }
    }
    found
}

/// One broken rule at every part it applies to; not below one unless `deep`.
fn broken_everywhere(
    u: &Term,
    x: Var,
    row: usize,
    choice: usize,
    deep: bool,
    sites: &mut Vec<Term>,
) -> Term {
    let mut here = (MALRULES[row].wrong)(u, x, &mut |part| derivative(part, x));
    let right = derivative(u, x).lanes();
    here.retain(|wrong| differs(&wrong.lanes(), &right));
    let applies = !here.is_empty();
    if applies {
        sites.push(u.clone());
    }
    if applies && !deep {
        return here.swap_remove(choice.min(here.len() - 1));
    }
    let mut of = |part: &Term| broken_everywhere(part, x, row, choice, deep, sites);
    match applies {
        true => {
            let mut wrong = (MALRULES[row].wrong)(u, x, &mut of);
            wrong.swap_remove(choice.min(wrong.len() - 1))
        }
        false => apply(u, x, &mut of).1,
    }
}

/// `t` with each of its written derivatives carried out by `carry_out`.
fn all_derivatives(t: &Term, carry_out: &mut dyn FnMut(&Term, Var) -> Term) -> Term {
    if let Kind::Derive { operand, by, .. } = t.kind() {
        return carry_out(operand, *by);
    }
    let mut inside = Vec::new();
    t.kind().each_part(&mut |part| inside.push(part));
    let changed: Vec<Term> = inside
        .iter()
        .map(|part| all_derivatives(part, carry_out))
        .collect();
    let changes: Vec<(&Term, &Term)> = inside.iter().copied().zip(&changed).collect();
    t.with_parts(&changes)
}

/// The derivative of `u` where some parts have these derivatives.
fn with(u: &Term, x: Var, wrong: &[(&Term, &Term)]) -> Term {
    let mut of = |part: &Term| {
        let changed = wrong.iter().find(|(known, _)| known.is(part));
        changed.map_or_else(|| derivative(part, x), |(_, wrong)| (*wrong).clone())
    };
    apply(u, x, &mut of).1
}

/// Whether two formulas differ by more than rounding at one of the points; false where one has no value.
fn differs(a: &Lanes, b: &Lanes) -> bool {
    let defined = a.iter().chain(b).all(|value| value.is_finite());
    defined && !agree(a, b)
}

/// Whether two rows of values are equal up to rounding. A value that is missing on either side is not.
pub(super) fn agree(a: &[f64], b: &[f64]) -> bool {
    let scale = a
        .iter()
        .fold(0.0_f64, |scale, value| scale.max(value.abs()));
    a.iter().zip(b).all(|(a, b)| {
        // Cancellation between terms of the row's size may leave this much.
        (a - b).abs() <= 1e-8 * a.abs().max(b.abs()) + 1e-14 * scale.min(1e3)
    })
}
