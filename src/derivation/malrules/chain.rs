//! The chain rule, broken. A link is f(g): see [`Link`] for what counts as one.

use super::forms::{Link, variable};
use crate::derivation::rules::{Kind, Of, Term, Var};

/// f′(g), at any link: f′(g)·h′ for f(g(h)) leaves out the one in the middle.
pub(super) fn missing_inner(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let mut wrong = Vec::new();
    // A missing dy/dx has a name of its own.
    let links = Link::all(u, x).into_iter();
    for link in links.filter(|link| !matches!(link.inner.kind(), Kind::Leaf(_))) {
        let outer = link.slope(&link.inner);
        for next in Link::all(&link.inner, x) {
            wrong.push(&outer * d(&next.inner));
        }
        wrong.push(outer);
    }
    wrong
}

/// f′(g′), f(g′), f′(g′)·g′
pub(super) fn inner_inside(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let links = Link::all(u, x);
    let wrong = links.iter().flat_map(|link| {
        let inner = d(&link.inner);
        let slope = link.slope(&inner);
        let with_factor = &slope * &inner;
        [slope, link.value(&inner), with_factor]
    });
    wrong.collect()
}

/// f′(g)·g
pub(super) fn inner_as_factor(u: &Term, x: Var, _: &mut Of) -> Vec<Term> {
    let links = Link::all(u, x);
    let wrong = links
        .iter()
        .map(|link| link.slope(&link.inner) * &link.inner);
    wrong.collect()
}

/// g′, f(g)·g′
pub(super) fn only_inner(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let links = Link::all(u, x);
    let links = links.iter().filter(|link| !link.inner_is(x));
    let wrong = links.flat_map(|link| {
        let inner = d(&link.inner);
        let kept = link.value(&link.inner) * &inner;
        [inner, kept]
    });
    wrong.collect()
}

/// f′(x)·g′, f′(x)
pub(super) fn argument_replaced(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let Some(bare) = variable(u, x) else {
        return Vec::new();
    };
    let links = Link::all(u, x);
    let links = links.iter().filter(|link| !link.inner_is(x));
    let wrong = links.flat_map(|link| {
        let slope = link.slope(&bare);
        [&slope * d(&link.inner), slope]
    });
    wrong.collect()
}

/// (f^g)′ = f^g ln f · g′: f held constant.
pub(super) fn one_path(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let Some((f, g)) = u.as_general_power() else {
        return Vec::new();
    };
    if !f.depends_on(x) || !g.depends_on(x) {
        return Vec::new();
    }
    vec![u * f.ln() * d(g)]
}
