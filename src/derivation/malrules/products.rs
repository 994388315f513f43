//! The product rule, broken.

use super::forms::products;
use crate::derivation::rules::{Of, Term, Var};

fn each<const N: usize>(
    u: &Term,
    x: Var,
    d: &mut Of,
    wrong: impl Fn(&Term, &Term, &Term, &Term) -> [Term; N],
) -> Vec<Term> {
    let ways = products(u, x);
    let wrong = ways.iter().flat_map(|(c, f, g)| {
        let (df, dg) = (d(f), d(g));
        wrong(f, g, &df, &dg).map(|wrong| c * wrong)
    });
    wrong.collect()
}

/// f′g, f g′
pub(super) fn one_term(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    each(u, x, d, |f, g, df, dg| [df * g, f * dg])
}

/// f′g′
pub(super) fn of_derivatives(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    each(u, x, d, |_, _, df, dg| [df * dg])
}

/// f f′ + g g′
pub(super) fn own_derivative(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    each(u, x, d, |f, g, df, dg| [f * df + g * dg])
}

/// f′g − f g′, and the other way round
pub(super) fn minus(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    each(u, x, d, |f, g, df, dg| [df * g - f * dg, f * dg - df * g])
}

/// f′ + g′
pub(super) fn sum_rule(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    each(u, x, d, |_, _, df, dg| [df + dg])
}

/// f′g + f g′ for f ± g, and with a minus
pub(super) fn on_a_difference(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let Some([f, g]) = u.as_sum() else {
        return Vec::new();
    };
    let g = g.as_negative().unwrap_or(g);
    if !f.depends_on(x) || !g.depends_on(x) {
        return Vec::new();
    }
    let (df, dg) = (d(f), d(g));
    vec![&df * g - f * &dg, df * g + f * dg]
}
