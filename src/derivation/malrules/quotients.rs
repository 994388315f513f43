//! The quotient rule, broken.

use super::forms::fraction;
use crate::derivation::rules::{Of, Term, Var};

/// The wrong derivatives of f/g, where g varies. A constant f has no quotient rule: see `of_two`.
fn each<const N: usize>(
    u: &Term,
    x: Var,
    d: &mut Of,
    wrong: impl Fn(&Term, &Term, &Term, &Term) -> [Term; N],
) -> Vec<Term> {
    match fraction(u, x) {
        Some((f, g)) => wrong(f, g, &d(f), &d(g)).into(),
        None => Vec::new(),
    }
}

/// The same where f varies too: for c/g a wrong sign is a sign, not a slip in the order of two terms.
fn of_two<const N: usize>(
    u: &Term,
    x: Var,
    d: &mut Of,
    wrong: impl Fn(&Term, &Term, &Term, &Term) -> [Term; N],
) -> Vec<Term> {
    match fraction(u, x) {
        Some((f, _)) if f.depends_on(x) => each(u, x, d, wrong),
        _ => Vec::new(),
    }
}

/// f′/g′
pub(super) fn of_derivatives(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    each(u, x, d, |_, _, df, dg| [df / dg])
}

/// (f′g + f g′)/g²
pub(super) fn plus(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    of_two(u, x, d, |f, g, df, dg| [(df * g + f * dg) / g.powf(2.0)])
}

/// (f g′ − f′g)/g²
pub(super) fn reversed(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    of_two(u, x, d, |f, g, df, dg| [(f * dg - df * g) / g.powf(2.0)])
}

/// (f′g − f g′)/g
pub(super) fn not_squared(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    each(u, x, d, |f, g, df, dg| [(df * g - f * dg) / g])
}

/// (f′g − f g′)/f²
pub(super) fn wrong_square(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    each(u, x, d, |f, g, df, dg| [(df * g - f * dg) / f.powf(2.0)])
}

/// f′g − f g′
pub(super) fn denominator_dropped(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    of_two(u, x, d, |f, g, df, dg| [df * g - f * dg])
}

/// (g′f − g f′)/f²
pub(super) fn inverted(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    each(u, x, d, |f, g, df, dg| [(dg * f - g * df) / f.powf(2.0)])
}

/// f′/g, −f g′/g²: one of the two terms
pub(super) fn one_term(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    of_two(u, x, d, |f, g, df, dg| [df / g, -(f * dg) / g.powf(2.0)])
}

/// c/g′ for c/g
pub(super) fn reciprocal_of_derivative(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    match u.as_reciprocal(x) {
        Some((c, g)) => vec![c / d(g), -(c / d(g))],
        None => Vec::new(),
    }
}
