//! The rules for trigonometric functions, their inverses and the logarithm, broken.

use super::forms::scaled;
use crate::derivation::rules::{Of, Term, Var, derivative, find};
use crate::derivation::syntax::Builtin::{
    self, Arccos, Arccot, Arccsc, Arcosh, Arcoth, Arcsch, Arcsec, Arcsin, Arctan, Arsech, Arsinh,
    Artanh, Cos, Cosh, Cot, Coth, Csc, Csch, Ln, Log, Sec, Sech, Sin, Sinh, Tan, Tanh,
};

/// Functions that a learner mixes up with one another.
const FAMILIES: &[&[Builtin]] = &[
    &[Sin, Cos, Tan, Sec, Csc, Cot],
    &[Sinh, Cosh, Tanh, Sech, Csch, Coth],
    &[
        Arcsin, Arccos, Arctan, Arcsec, Arccsc, Arccot, Arsinh, Arcosh, Artanh, Arsech, Arcsch,
        Arcoth,
    ],
];

fn family(function: Builtin) -> Option<&'static [Builtin]> {
    let mut families = FAMILIES.iter().copied();
    families.find(|family| family.contains(&function))
}

fn slope(function: Builtin, at: &Term) -> Term {
    find(function).map_or_else(|| Term::number(f64::NAN), |row| (row.derivative)(at))
}

/// −f′(g) g′
pub(super) fn trig_sign(u: &Term, _: Var, d: &mut Of) -> Vec<Term> {
    match u.as_call() {
        Some((function, g)) if family(function).is_some() => vec![-(slope(function, g) * d(g))],
        _ => Vec::new(),
    }
}

/// ±h′(g) g′ or ±h(g) g′ for another h of the family
pub(super) fn wrong_partner(u: &Term, _: Var, d: &mut Of) -> Vec<Term> {
    let Some((function, g)) = u.as_call() else {
        return Vec::new();
    };
    let inner = d(g);
    let right = (slope(function, g) * &inner).lanes().map(f64::abs);
    // The derivative of arcsin is no arccos, but a learner may well write tan for the derivative of sec.
    let itself = !matches!(function.inverse(), Some(Sin | Cos | Tan | Sec | Csc | Cot));
    let others = family(function).unwrap_or(&[]);
    let others = others.iter().filter(|other| **other != function);
    let wrong = others.flat_map(|other| {
        let value = itself.then(|| g.call(*other));
        let wrong = [Some(slope(*other, g)), value].into_iter().flatten();
        wrong.map(|wrong| wrong * &inner)
    });
    // The right function with a wrong sign is not another function.
    let wrong = wrong.filter(|wrong| wrong.lanes().map(f64::abs) != right);
    wrong.flat_map(|wrong| [-&wrong, wrong]).collect()
}

/// (1/f)′ for f⁻¹, and back
pub(super) fn inverse_as_reciprocal(u: &Term, x: Var, _: &mut Of) -> Vec<Term> {
    let read = match u.as_call() {
        Some((function, g)) if family(function).is_some() => {
            function.inverse().map(|inverse| 1.0 / g.call(inverse))
        }
        Some(_) => None,
        None => u.as_reciprocal(x).and_then(|(c, below)| {
            let (function, g) = below.as_call()?;
            let inverse = family(function).and(function.inverse())?;
            Some(c * g.call(inverse))
        }),
    };
    read.map(|read| derivative(&read, x)).into_iter().collect()
}

/// m x′/x for ln(mx); products, quotients and powers of logarithms for logarithms of them
pub(super) fn logarithm(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    if let Some((f, n)) = u.as_power(x) {
        return match f.as_call() {
            Some((Ln | Log, g)) => vec![n * d(g) / g],
            _ => Vec::new(),
        };
    }
    let Some((Ln | Log, g)) = u.as_call() else {
        return Vec::new();
    };
    if let Some((c, f)) = scaled(g, x) {
        return vec![c * d(&f) / f];
    }
    if let Some((f, h)) = g.as_product() {
        let (f_slope, h_slope) = (d(f) / f, d(h) / h);
        let product_rule = &f_slope * h.call(Ln) + f.call(Ln) * &h_slope;
        return vec![f_slope * h_slope, product_rule];
    }
    match g.as_quotient() {
        Some((f, h)) => {
            let (f_slope, h_slope) = (d(f) / f, d(h) / h);
            let (ln_f, ln_h) = (f.call(Ln), h.call(Ln));
            let quotient_rule = (&f_slope * &ln_h - &ln_f * &h_slope) / ln_h.powf(2.0);
            vec![f_slope / h_slope, quotient_rule]
        }
        None => Vec::new(),
    }
}
