//! Arithmetic on formulas, so that a rule reads as it stands in a textbook: `d(f) * g + f * d(g)`.
//!
//! The only simplifications: numbers meet, 0 and 1 disappear, a minus moves outwards, sums of sums are one sum.

use super::derive::derivative;
use super::term::{Kind, Term};
use crate::derivation::syntax::Builtin;
use std::ops::{Add, Div, Mul, Neg, Sub};

impl Term {
    /// A sum.
    pub fn sum(terms: impl IntoIterator<Item = Term>) -> Term {
        let mut flat: Vec<Term> = Vec::new();
        for term in terms {
            match term.kind() {
                Kind::Sum(inner) if term.origin().is_none() => flat.extend(inner.iter().cloned()),
                Kind::Number(value) if *value == 0.0 => {}
                _ => flat.push(term),
            }
        }
        match flat.as_slice() {
            [] => Term::number(0.0),
            [only] => only.clone(),
            [a, b] => match (a.as_number(), b.as_number()) {
                (Some(a), Some(b)) => Term::number(a + b),
                _ => Term::new(Kind::Sum(flat)),
            },
            _ => Term::new(Kind::Sum(flat)),
        }
    }

    /// A product of any number of factors.
    pub fn product(factors: impl IntoIterator<Item = Term>) -> Term {
        let product = factors.into_iter().reduce(|a, b| multiply(&a, &b));
        product.unwrap_or_else(|| Term::number(1.0))
    }

    /// This to the power of `exponent`.
    pub fn pow(&self, exponent: &Term) -> Term {
        match exponent.as_number() {
            Some(1.0) => self.clone(),
            Some(0.0) => Term::number(1.0),
            _ if self.as_number() == Some(1.0) => self.clone(),
            _ => Term::new(Kind::Power(self.clone(), exponent.clone())),
        }
    }

    /// This to the power of a number.
    pub fn powf(&self, exponent: f64) -> Term {
        self.pow(&Term::number(exponent))
    }

    /// A function of this.
    pub fn call(&self, function: Builtin) -> Term {
        Term::new(Kind::Call(function, self.clone()))
    }

    /// Its absolute value.
    pub fn abs(&self) -> Term {
        Term::new(Kind::Abs(self.clone()))
    }

    /// This with every occurrence of a leaf replaced.
    pub fn substitute(&self, leaf: &Term, to: &Term) -> Term {
        let Kind::Leaf(replaced) = leaf.kind() else {
            return self.clone();
        };
        match self.kind() {
            Kind::Leaf(this) if this.var == replaced.var => to.clone(),
            _ if !self.depends_on(replaced.var) => self.clone(),
            _ => {
                let mut parts = Vec::new();
                self.kind().each_part(&mut |part| parts.push(part));
                let new: Vec<Term> = parts.iter().map(|part| part.substitute(leaf, to)).collect();
                let changes: Vec<(&Term, &Term)> = parts.iter().copied().zip(&new).collect();
                self.with_parts(&changes)
            }
        }
    }

    /// This with some of its parts changed; each is named by the very part it replaces.
    pub fn with_parts(&self, changes: &[(&Term, &Term)]) -> Term {
        let new = |part: &Term| {
            let changed = changes.iter().find(|(known, _)| known.is(part));
            changed.map_or_else(|| part.clone(), |(_, changed)| (*changed).clone())
        };
        match self.kind() {
            Kind::Number(_) | Kind::Leaf(_) => self.clone(),
            Kind::Sum(terms) => Term::sum(terms.iter().map(new)),
            Kind::Neg(a) => -new(a),
            Kind::Product(a, b) => new(a) * new(b),
            Kind::Quotient(a, b) => new(a) / new(b),
            Kind::Power(a, b) => new(a).pow(&new(b)),
            Kind::Abs(a) => new(a).abs(),
            Kind::Call(function, a) => new(a).call(*function),
            Kind::Derive { operand, by, .. } => derivative(&new(operand), *by),
        }
    }
}

fn multiply(a: &Term, b: &Term) -> Term {
    match (a.kind(), b.kind()) {
        (Kind::Number(a), Kind::Number(b)) => Term::number(a * b),
        (Kind::Number(0.0), _) | (_, Kind::Number(0.0)) => Term::number(0.0),
        (Kind::Number(1.0), _) => b.clone(),
        (_, Kind::Number(1.0)) => a.clone(),
        (Kind::Number(-1.0), _) => negate(b),
        (_, Kind::Number(-1.0)) => negate(a),
        (Kind::Neg(a), _) => negate(&multiply(a, b)),
        (_, Kind::Neg(b)) => negate(&multiply(a, b)),
        _ => Term::new(Kind::Product(a.clone(), b.clone())),
    }
}

fn divide(a: &Term, b: &Term) -> Term {
    match (a.kind(), b.kind()) {
        (_, Kind::Number(1.0)) => a.clone(),
        (Kind::Number(0.0), _) => a.clone(),
        (Kind::Number(a), Kind::Number(b)) if (a / b).fract() == 0.0 => Term::number(a / b),
        (Kind::Neg(a), _) => negate(&divide(a, b)),
        _ => Term::new(Kind::Quotient(a.clone(), b.clone())),
    }
}

fn negate(a: &Term) -> Term {
    match a.kind() {
        Kind::Number(value) => Term::number(-value),
        Kind::Neg(inner) => inner.clone(),
        _ => Term::new(Kind::Neg(a.clone())),
    }
}

/// The operators on terms, references to terms and numbers.
macro_rules! operators {
    ($($operator:ident $method:ident $make:expr;)*) => {
        $(
            operators!(@one $operator $method $make; Term, Term; a, b; &a, &b);
            operators!(@one $operator $method $make; Term, &Term; a, b; &a, b);
            operators!(@one $operator $method $make; &Term, Term; a, b; a, &b);
            operators!(@one $operator $method $make; &Term, &Term; a, b; a, b);
            operators!(@one $operator $method $make; f64, Term; a, b; &Term::number(a), &b);
            operators!(@one $operator $method $make; f64, &Term; a, b; &Term::number(a), b);
            operators!(@one $operator $method $make; Term, f64; a, b; &a, &Term::number(b));
            operators!(@one $operator $method $make; &Term, f64; a, b; a, &Term::number(b));
        )*
    };
    (@one $operator:ident $method:ident $make:expr; $left:ty, $right:ty; $a:ident, $b:ident; $x:expr, $y:expr) => {
        impl $operator<$right> for $left {
            type Output = Term;
            fn $method(self, other: $right) -> Term {
                let ($a, $b) = (self, other);
                $make($x, $y)
            }
        }
    };
}

operators! {
    Add add (|a: &Term, b: &Term| Term::sum([a.clone(), b.clone()]));
    Sub sub (|a: &Term, b: &Term| Term::sum([a.clone(), negate(b)]));
    Mul mul multiply;
    Div div divide;
}

impl Neg for Term {
    type Output = Term;
    fn neg(self) -> Term {
        negate(&self)
    }
}

impl Neg for &Term {
    type Output = Term;
    fn neg(self) -> Term {
        negate(self)
    }
}
