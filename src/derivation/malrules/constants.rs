//! Constants, signs and variables: what is lost, kept or differentiated against the rules.

use super::forms::{constant_factors, is_variable};
use crate::derivation::rules::{Kind, Of, Term, Var, apply, find};

/// f′ for c f: all constants lost, or one of them, with or without their sign.
pub(super) fn factor_lost(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let Some((constants, rest)) = constant_factors(u, x) else {
        return Vec::new();
    };
    let right = d(&rest);
    let mut wrong = vec![right.clone()];
    if constants.iter().any(|c| c.lanes()[0] < 0.0) {
        wrong.push(-&right);
    }
    let factors = (0..constants.len()).filter(|&at| constants[at].as_number() != Some(-1.0));
    for lost in factors {
        let kept = constants.iter().enumerate().filter(|(at, _)| *at != lost);
        wrong.push(Term::product(kept.map(|(_, c)| c.clone())) * &right);
    }
    // A factor of ±1 is no factor: losing it is a matter of signs.
    let all = Term::product(constants);
    wrong.retain(|_| all.lanes().iter().any(|c| c.abs() != 1.0));
    wrong
}

/// c for a constant c
pub(super) fn not_zeroed(u: &Term, x: Var, _: &mut Of) -> Vec<Term> {
    let constant = !u.depends_on(x);
    constant.then(|| u.clone()).into_iter().collect()
}

/// The derivative of a constant as if it varied: alone, or as a factor
pub(super) fn as_variable(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    if !u.depends_on(x) {
        return moved(u);
    }
    let Some((constants, f)) = constant_factors(u, x) else {
        return Vec::new();
    };
    let c = Term::product(constants);
    let df = d(&f);
    let mut wrong = Vec::new();
    for moved in moved(&c) {
        wrong.extend([&moved * &f, &moved * &f + &c * &df]);
        // 1·f′ is a lost factor, not a factor that moved.
        if moved.as_number() != Some(1.0) {
            wrong.push(moved * &df);
        }
    }
    wrong
}

/// What a learner makes of a constant when differentiating it.
fn moved(c: &Term) -> Vec<Term> {
    match c.kind() {
        Kind::Power(a, n) => vec![n * a.pow(&(n - 1.0))],
        Kind::Call(function, a) => {
            let slope = find(*function).map(|row| (row.derivative)(a));
            slope.into_iter().collect()
        }
        Kind::Product(a, b) => {
            let left = moved(a).into_iter().map(|a| a * b);
            left.chain(moved(b).into_iter().map(|b| a * b)).collect()
        }
        Kind::Quotient(a, b) => moved(a).into_iter().map(|a| a / b).collect(),
        Kind::Neg(a) => moved(a).into_iter().map(|a| -a).collect(),
        Kind::Number(_) | Kind::Leaf(_) => vec![Term::number(1.0)],
        _ => Vec::new(),
    }
}

/// 1 for dy/dx, where y depends on x
pub(super) fn implicit_missing(u: &Term, x: Var, _: &mut Of) -> Vec<Term> {
    match u.kind() {
        Kind::Leaf(_) if u.depends_on(x) && !is_variable(u, x) => vec![Term::number(1.0)],
        _ => Vec::new(),
    }
}

/// 0 for dy/dx: y taken for a constant
pub(super) fn dependence_ignored(u: &Term, x: Var, _: &mut Of) -> Vec<Term> {
    match u.kind() {
        Kind::Leaf(_) if u.depends_on(x) && !is_variable(u, x) => vec![Term::number(0.0)],
        _ => Vec::new(),
    }
}

/// −u′
pub(super) fn sign(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let right = apply(u, x, d).1;
    vec![-right]
}

/// u for u′
pub(super) fn not_differentiated(u: &Term, x: Var, _: &mut Of) -> Vec<Term> {
    // A derivative that was not differentiated again is a derivative of the wrong order.
    let varies = u.depends_on(x) && u.as_derivative().is_none();
    varies.then(|| u.clone()).into_iter().collect()
}

/// A sum without the derivative of one of its terms
pub(super) fn term_lost(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let Some(terms) = u.as_sum() else {
        return Vec::new();
    };
    let lost = (0..terms.len()).filter(|&lost| terms[lost].depends_on(x));
    let wrong = lost.map(|lost| {
        let kept = terms.iter().enumerate().filter(|(at, _)| *at != lost);
        Term::sum(kept.map(|(_, term)| d(term)))
    });
    wrong.collect()
}
