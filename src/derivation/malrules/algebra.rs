//! Wrong algebra: what a formula becomes when it is only rewritten.

use crate::derivation::rules::{Kind, Term};
use crate::derivation::syntax::Builtin;

/// f(a) ± f(b) for f(a ± b)
pub(super) fn linear(u: &Term) -> Vec<Term> {
    spread_over(u, &sum)
}

/// c f(a) for f(c a)
pub(super) fn homogeneous(u: &Term) -> Vec<Term> {
    spread_over(u, &multiple)
}

/// What stands inside, and the function around it: how the function is spread over the inside.
type Spread = dyn Fn(&Term, &dyn Fn(&Term) -> Term) -> Vec<Term>;

fn spread_over(u: &Term, spread: &Spread) -> Vec<Term> {
    match u.kind() {
        Kind::Power(base, n) => match n.as_number() {
            Some(1.0) => Vec::new(),
            Some(_) => spread(base, &|part| part.pow(n)),
            None => spread(n, &|part| base.pow(part)),
        },
        Kind::Call(Builtin::Sqrt, a) => spread(a, &square_root),
        Kind::Call(function, a) => spread(a, &|part| part.call(*function)),
        Kind::Abs(a) => spread(a, &Term::abs),
        Kind::Quotient(c, below) => spread(below, &|part| c / part),
        _ => Vec::new(),
    }
}

fn sum(inner: &Term, f: &dyn Fn(&Term) -> Term) -> Vec<Term> {
    let Some(terms) = inner.as_sum() else {
        return Vec::new();
    };
    let odd = |term: &Term| term.as_negative().map_or_else(|| f(term), |a| -f(a));
    vec![
        Term::sum(terms.iter().map(odd)),
        Term::sum(terms.iter().map(f)),
    ]
}

fn multiple(inner: &Term, f: &dyn Fn(&Term) -> Term) -> Vec<Term> {
    match inner.kind() {
        Kind::Neg(a) => vec![-f(a)],
        Kind::Product(c, a) if c.as_number().is_some() => vec![c * f(a)],
        Kind::Quotient(a, c) if c.as_number().is_some() => vec![f(a) / c],
        _ => Vec::new(),
    }
}

/// √(a²) as the learner takes it: a.
fn square_root(of: &Term) -> Term {
    match of.as_general_power() {
        Some((a, n)) if n.as_number() == Some(2.0) => a.clone(),
        _ => of.call(Builtin::Sqrt),
    }
}

/// ln a ln b for ln(ab), ln(a)/ln(b) for ln(a/b), (ln a)ⁿ for n ln a
pub(super) fn logarithm(u: &Term) -> Vec<Term> {
    match u.kind() {
        Kind::Call(function @ (Builtin::Ln | Builtin::Log), g) => match g.kind() {
            Kind::Product(a, b) => vec![a.call(*function) * b.call(*function)],
            Kind::Quotient(a, b) => vec![a.call(*function) / b.call(*function)],
            _ => Vec::new(),
        },
        Kind::Power(base, n) => match base.kind() {
            Kind::Call(Builtin::Ln | Builtin::Log, _) => vec![n * base],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// 1/xⁿ as x^(1/n), xⁿ or −xⁿ; √x as 1/x, 1/√x or x²
pub(super) fn reciprocal(u: &Term) -> Vec<Term> {
    match u.kind() {
        Kind::Quotient(c, below) => match below.kind() {
            Kind::Power(a, n) => {
                let powers = [a.pow(&(1.0 / n)), a.pow(n), -a.pow(n)];
                powers.map(|power| c * power).into()
            }
            Kind::Call(Builtin::Sqrt, a) => [2.0, 0.5].map(|n| c * a.powf(n)).into(),
            _ => vec![c * below, -(c * below)],
        },
        Kind::Power(a, n) if n.as_number().is_some_and(|n| n < 0.0) => {
            vec![-a.pow(&-n), a.pow(&(-1.0 / n)), a.pow(&-n)]
        }
        Kind::Call(Builtin::Sqrt, a) => vec![1.0 / a, a.powf(-0.5), a.powf(2.0)],
        _ => Vec::new(),
    }
}

/// One sign turned: of a term, of a negative, of a negative number
pub(super) fn sign(u: &Term) -> Vec<Term> {
    match u.kind() {
        Kind::Sum(terms) => {
            let turned = (0..terms.len()).map(|turned| {
                let terms = terms.iter().enumerate();
                Term::sum(terms.map(|(at, t)| if at == turned { -t } else { t.clone() }))
            });
            turned.collect()
        }
        Kind::Neg(a) => vec![a.clone()],
        Kind::Number(value) if *value < 0.0 => vec![Term::number(-value)],
        _ => Vec::new(),
    }
}

/// One numeric factor lost
pub(super) fn factor_lost(u: &Term) -> Vec<Term> {
    let is_factor = |term: &Term| term.as_number().is_some_and(|c| c.abs() != 1.0);
    match u.kind() {
        Kind::Product(c, a) if is_factor(c) => vec![a.clone()],
        Kind::Product(a, c) | Kind::Quotient(a, c) if is_factor(c) => vec![a.clone()],
        Kind::Quotient(c, a) if is_factor(c) => vec![1.0 / a],
        _ => Vec::new(),
    }
}

/// f a + b for f (a + b), and a + b f for (a + b) f
pub(super) fn parentheses(u: &Term) -> Vec<Term> {
    let Kind::Product(f, g) = u.kind() else {
        return Vec::new();
    };
    let after = match g.as_sum() {
        Some([first, rest @ ..]) => Some(f * first + Term::sum(rest.iter().cloned())),
        _ => None,
    };
    let before = match f.as_sum() {
        Some([start @ .., last]) => Some(Term::sum(start.iter().cloned()) + last * g),
        _ => None,
    };
    [after, before].into_iter().flatten().collect()
}

/// b/a for a/b
pub(super) fn inverted(u: &Term) -> Vec<Term> {
    match u.kind() {
        Kind::Quotient(a, b) => vec![b / a],
        _ => Vec::new(),
    }
}

/// One term of a sum left out
pub(super) fn term_lost(u: &Term) -> Vec<Term> {
    let Kind::Sum(terms) = u.kind() else {
        return Vec::new();
    };
    let without = |lost: usize| {
        let kept = terms.iter().enumerate().filter(move |(at, _)| *at != lost);
        Term::sum(kept.map(|(_, term)| term.clone()))
    };
    (0..terms.len()).map(without).collect()
}
