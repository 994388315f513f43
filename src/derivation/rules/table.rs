//! The rules of differentiation: one table, tried from the top; the first that applies is used.

use super::functions;
use super::term::{Kind, Sort, Term, Var};
use crate::derivation::syntax::{Builtin, Rule as By};

/// The derivative of a part, as a rule asks for it.
pub type Of<'a> = dyn FnMut(&Term) -> Term + 'a;

/// One rule.
pub struct Rule {
    /// What it is called in a message.
    pub name: &'static str,
    /// What a writer calls it, after `by`.
    pub by: By,
    /// Whether a reader would count it as a step. Constants, sums and x itself are read over.
    pub counts: bool,
    /// The derivative of a formula by a variable, given the derivatives of its parts; `None` where it does not apply.
    pub derivative: fn(&Term, Var, &mut Of) -> Option<Term>,
}

const fn row(
    name: &'static str,
    by: By,
    counts: bool,
    derivative: fn(&Term, Var, &mut Of) -> Option<Term>,
) -> Rule {
    Rule {
        name,
        by,
        counts,
        derivative,
    }
}

/// Every rule.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    row("constant",          By::Constant,    false, |u, x, _| (!u.depends_on(x)).then(|| Term::number(0.0))),
    row("identity",          By::Power,       false, |u, x, _| is_variable(u, x).then(|| Term::number(1.0))),
    row("dependence",        By::Chain,       true,  |u, x, _| slope_of_leaf(u, x)),
    row("sign",              By::Sum,         false, |u, _, d| u.as_negative().map(|f| -d(f))),
    row("sum",               By::Sum,         false, |u, _, d| u.as_sum().map(|terms| Term::sum(terms.iter().map(d)))),
    row("constant multiple", By::Constant,    false, |u, x, d| u.as_multiple(x).map(|(c, f)| c * d(&f))),
    row("constant divisor",  By::Constant,    false, |u, x, d| u.as_fraction_of_constant(x).map(|(f, c)| d(f) / c)),
    row("product",           By::Product,     true,  |u, _, d| u.as_product().map(|(f, g)| d(f) * g + f * d(g))),
    row("reciprocal",        By::Quotient,    true,  |u, x, d| u.as_reciprocal(x).map(|(c, g)| -(c * d(g)) / g.powf(2.0))),
    row("quotient",          By::Quotient,    true,  |u, _, d| u.as_quotient().map(|(f, g)| (d(f) * g - f * d(g)) / g.powf(2.0))),
    row("power",             By::Power,       true,  |u, x, d| u.as_power(x).map(|(f, n)| n * f.pow(&(n - 1.0)) * d(f))),
    row("exponential",       By::Exponential, true,  |u, x, d| u.as_exponential(x).map(|(a, f)| u * a.ln() * d(&f))),
    row("general power",     By::Chain,       true,  |u, _, d| u.as_general_power().map(|(f, g)| u * (d(g) * f.ln() + g * d(f) / f))),
    row("absolute value",    By::Chain,       true,  |u, _, d| u.as_absolute().map(|f| f / u * d(f))),
    row("chain",             By::Chain,       true,  |u, _, d| u.as_call().and_then(|(f, g)| Some((functions::find(f)?.derivative)(g) * d(g)))),
    row("repeated",          By::Definition,  false, |u, _, d| u.as_derivative().map(d)),
];

fn is_variable(u: &Term, x: Var) -> bool {
    matches!(u.kind(), Kind::Leaf(leaf) if leaf.var == x)
}

/// dy/dx where y depends on x. A leaf whose slope is unknown has none that a diagnosis could use: NaN.
fn slope_of_leaf(u: &Term, x: Var) -> Option<Term> {
    let Kind::Leaf(leaf) = u.kind() else {
        return None;
    };
    let slopes = leaf.slopes.borrow();
    let known = slopes.iter().find(|(var, _)| *var == x);
    Some(known.map_or_else(|| Term::number(f64::NAN), |(_, slope)| slope.clone()))
}

/// The forms the rules look for.
impl Term {
    /// `-f`
    pub fn as_negative(&self) -> Option<&Term> {
        match self.kind() {
            Kind::Neg(f) => Some(f),
            _ => None,
        }
    }

    /// A sum's terms.
    pub fn as_sum(&self) -> Option<&[Term]> {
        match self.kind() {
            Kind::Sum(terms) => Some(terms),
            _ => None,
        }
    }

    /// `c f` or `f c` with a constant c.
    pub fn as_multiple(&self, x: Var) -> Option<(Term, Term)> {
        match self.kind() {
            Kind::Product(c, f) if !c.depends_on(x) => Some((c.clone(), f.clone())),
            Kind::Product(f, c) if !c.depends_on(x) => Some((c.clone(), f.clone())),
            _ => None,
        }
    }

    /// `f/c` with a constant c.
    pub fn as_fraction_of_constant(&self, x: Var) -> Option<(&Term, &Term)> {
        self.as_quotient().filter(|(_, c)| !c.depends_on(x))
    }

    /// `f g`
    pub fn as_product(&self) -> Option<(&Term, &Term)> {
        match self.kind() {
            Kind::Product(f, g) => Some((f, g)),
            _ => None,
        }
    }

    /// `c/g` with a constant c.
    pub fn as_reciprocal(&self, x: Var) -> Option<(&Term, &Term)> {
        self.as_quotient().filter(|(c, _)| !c.depends_on(x))
    }

    /// `f/g`
    pub fn as_quotient(&self) -> Option<(&Term, &Term)> {
        match self.kind() {
            Kind::Quotient(f, g) => Some((f, g)),
            _ => None,
        }
    }

    /// `fⁿ` with a constant n.
    pub fn as_power(&self, x: Var) -> Option<(&Term, &Term)> {
        self.as_general_power().filter(|(_, n)| !n.depends_on(x))
    }

    /// `aᶠ` with a constant a, and `exp(f)`, whose a is `None`.
    pub fn as_exponential(&self, x: Var) -> Option<(Base, Term)> {
        match self.kind() {
            Kind::Power(a, f) if !a.depends_on(x) => Some((Base(Some(a.clone())), f.clone())),
            Kind::Call(Builtin::Exp, f) => Some((Base(None), f.clone())),
            _ => None,
        }
    }

    /// `f^g`
    pub fn as_general_power(&self) -> Option<(&Term, &Term)> {
        match self.kind() {
            Kind::Power(f, g) => Some((f, g)),
            _ => None,
        }
    }

    /// `|f|`
    pub fn as_absolute(&self) -> Option<&Term> {
        match self.kind() {
            Kind::Abs(f) => Some(f),
            _ => None,
        }
    }

    /// A function and its argument.
    pub fn as_call(&self) -> Option<(Builtin, &Term)> {
        match self.kind() {
            Kind::Call(function, argument) => Some((*function, argument)),
            _ => None,
        }
    }

    /// The value of a written derivative.
    pub fn as_derivative(&self) -> Option<&Term> {
        match self.kind() {
            Kind::Derive { value, .. } => Some(value),
            _ => None,
        }
    }

    /// Its natural logarithm; 1 for e.
    pub fn ln(&self) -> Term {
        match self.kind() {
            Kind::Leaf(leaf) if leaf.sort == Sort::E => Term::number(1.0),
            _ => self.call(Builtin::Ln),
        }
    }
}

/// The base of an exponential; `None` is e.
pub struct Base(Option<Term>);

impl Base {
    /// Its natural logarithm.
    pub fn ln(&self) -> Term {
        self.0.as_ref().map_or_else(|| Term::number(1.0), Term::ln)
    }

    /// It to a power.
    pub fn pow(&self, exponent: &Term) -> Term {
        match &self.0 {
            Some(base) => base.pow(exponent),
            None => exponent.call(Builtin::Exp),
        }
    }
}
