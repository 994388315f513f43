//! The forms that wrong rules look for. Learners see more forms than the right rules need: 1/√u is also u^(−1/2).

use crate::derivation::rules::{Kind, Term, Var, find};
use crate::derivation::syntax::Builtin;

/// `outer(inner)`: one link of a chain.
pub(super) struct Link {
    outer: Outer,
    /// What stands inside.
    pub(super) inner: Term,
}

enum Outer {
    /// c·uⁿ
    Power(Term, Term),
    /// aᵘ
    Exponential(Term),
    Function(Builtin),
    Absolute,
}

impl Link {
    /// The ways to see `u` as a link, the way it is written first.
    pub(super) fn all(u: &Term, x: Var) -> Vec<Self> {
        let power = power(u, x).map(|(c, f, n)| (Outer::Power(c, n), f));
        let exponential = match u.kind() {
            Kind::Power(a, f) if !a.depends_on(x) => {
                Some((Outer::Exponential(a.clone()), f.clone()))
            }
            _ => None,
        };
        let function = match u.kind() {
            Kind::Call(Builtin::Sqrt | Builtin::Cbrt, _) => None,
            Kind::Call(function, f) => Some((Outer::Function(*function), f.clone())),
            Kind::Abs(f) => Some((Outer::Absolute, f.clone())),
            _ => None,
        };
        let links = [power, exponential, function].into_iter().flatten();
        let links = links.filter(|(_, inner)| inner.depends_on(x));
        links.map(|(outer, inner)| Self { outer, inner }).collect()
    }

    /// Whether nothing but the variable stands inside.
    pub(super) fn inner_is(&self, x: Var) -> bool {
        is_variable(&self.inner, x)
    }

    /// The outer function at a formula.
    pub(super) fn value(&self, at: &Term) -> Term {
        match &self.outer {
            Outer::Power(c, n) => c * at.pow(n),
            Outer::Exponential(a) => a.pow(at),
            Outer::Function(function) => at.call(*function),
            Outer::Absolute => at.abs(),
        }
    }

    /// The outer derivative at a formula.
    pub(super) fn slope(&self, at: &Term) -> Term {
        match &self.outer {
            Outer::Power(c, n) => c * n * at.pow(&(n - 1.0)),
            Outer::Exponential(a) => a.pow(at) * a.ln(),
            Outer::Function(function) => match find(*function) {
                Some(row) => (row.derivative)(at),
                None => Term::number(f64::NAN),
            },
            Outer::Absolute => at / at.abs(),
        }
    }
}

/// `u` as c·fⁿ with constant c and n: powers, roots, reciprocals of both, and fⁿ/gⁿ as (f/g)ⁿ.
pub(super) fn power(u: &Term, x: Var) -> Option<(Term, Term, Term)> {
    let one = || Term::number(1.0);
    match u.kind() {
        Kind::Power(f, n) if f.depends_on(x) && !n.depends_on(x) => {
            Some((one(), f.clone(), n.clone()))
        }
        _ if !u.depends_on(x) => None,
        Kind::Call(Builtin::Sqrt, f) => Some((one(), f.clone(), Term::number(0.5))),
        Kind::Call(Builtin::Cbrt, f) => Some((one(), f.clone(), Term::number(1.0 / 3.0))),
        Kind::Quotient(c, below) if !c.depends_on(x) => Some(match power(below, x) {
            Some((d, f, n)) => (c / d, f, -n),
            None => (c.clone(), below.clone(), Term::number(-1.0)),
        }),
        Kind::Quotient(above, below) => common_power(above, below, x, |f, g| f / g),
        Kind::Product(f, g) => common_power(f, g, x, |f, g| f * g),
        _ => None,
    }
}

fn common_power(
    f: &Term,
    g: &Term,
    x: Var,
    join: fn(&Term, &Term) -> Term,
) -> Option<(Term, Term, Term)> {
    let ((c, f, n), (d, g, m)) = (power(f, x)?, power(g, x)?);
    (n.lanes() == m.lanes()).then(|| (join(&c, &d), join(&f, &g), n))
}

/// `u` as c·f with a constant c that is not 1; c keeps its sign.
pub(super) fn scaled(u: &Term, x: Var) -> Option<(Term, Term)> {
    constant_factors(u, x).map(|(constants, f)| (Term::product(constants), f))
}

/// The constant factors of `u`, each for itself, and the rest, where there is some of both.
pub(super) fn constant_factors(u: &Term, x: Var) -> Option<(Vec<Term>, Term)> {
    let mut constants = Vec::new();
    let mut rest = Vec::new();
    split_factors(u, x, &mut constants, &mut rest);
    (!constants.is_empty() && !rest.is_empty()).then(|| (constants, Term::product(rest)))
}

fn split_factors(u: &Term, x: Var, constants: &mut Vec<Term>, rest: &mut Vec<Term>) {
    match u.kind() {
        _ if !u.depends_on(x) => constants.push(u.clone()),
        Kind::Product(a, b) => {
            split_factors(a, x, constants, rest);
            split_factors(b, x, constants, rest);
        }
        Kind::Neg(a) => {
            constants.push(Term::number(-1.0));
            split_factors(a, x, constants, rest);
        }
        Kind::Quotient(a, b) if !b.depends_on(x) => {
            constants.push(1.0 / b);
            split_factors(a, x, constants, rest);
        }
        Kind::Quotient(a, b) => match constant_factors(a, x) {
            Some((found, f)) => {
                constants.extend(found);
                rest.push(f / b);
            }
            None if !a.depends_on(x) && a.as_number() != Some(1.0) => {
                constants.push(a.clone());
                rest.push(1.0 / b);
            }
            None => rest.push(u.clone()),
        },
        _ => rest.push(u.clone()),
    }
}

/// `u` as a product f·g of two factors that both vary, in every way that keeps the order: constants stay with the
/// first factor, and then, if there are any, outside as `c`.
pub(super) fn products(u: &Term, x: Var) -> Vec<(Term, Term, Term)> {
    let Kind::Product(..) = u.kind() else {
        return Vec::new();
    };
    let (mut constants, mut factors) = (Vec::new(), Vec::new());
    split_factors(u, x, &mut constants, &mut factors);
    let constant = Term::product(constants);
    let mut found = Vec::new();
    for cut in 1..factors.len().min(5) {
        let f = Term::product(factors[..cut].iter().cloned());
        let g = Term::product(factors[cut..].iter().cloned());
        found.push((Term::number(1.0), &constant * &f, g.clone()));
        if constant.as_number() != Some(1.0) {
            found.push((constant.clone(), f, g));
        }
    }
    found
}

/// `u` as a fraction f/g whose denominator varies.
pub(super) fn fraction(u: &Term, x: Var) -> Option<(&Term, &Term)> {
    u.as_quotient().filter(|(_, g)| g.depends_on(x))
}

/// The variable itself, as it stands somewhere in `u`.
pub(super) fn variable(u: &Term, x: Var) -> Option<Term> {
    if !u.depends_on(x) {
        return None;
    }
    if is_variable(u, x) {
        return Some(u.clone());
    }
    let mut found = None;
    u.kind().each_part(&mut |part| {
        if found.is_none() {
            found = variable(part, x);
        }
    });
    found
}

/// Whether `u` is the variable.
pub(super) fn is_variable(u: &Term, x: Var) -> bool {
    matches!(u.kind(), Kind::Leaf(leaf) if leaf.var == x)
}
