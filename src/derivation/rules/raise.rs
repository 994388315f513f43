//! From a formula back to the tree that can be typeset.

use super::term::{Kind, Sort, Term};
use crate::derivation::syntax::{Constant, Expr, Function, Kind as Tree, MulOp, Number, Sign};

/// The tree of a formula. `names` gives the expression that stands for a leaf.
pub fn raise(term: &Term, names: &dyn Fn(usize) -> Expr) -> Expr {
    let up = |part: &Term| raise(part, names);
    let boxed = |part: &Term| Box::new(raise(part, names));
    match term.kind() {
        Kind::Number(value) => number(*value),
        Kind::Leaf(leaf) => match leaf.sort {
            Sort::E => Tree::Constant(Constant::E).into(),
            Sort::Pi => Tree::Constant(Constant::Pi).into(),
            Sort::Name | Sort::Opaque => names(leaf.var),
        },
        Kind::Sum(terms) => Tree::Sum(signed(terms, &up)).into(),
        Kind::Neg(a) => Tree::Signed(Sign::Minus, boxed(a)).into(),
        Kind::Product(..) => {
            let mut factors = Vec::new();
            collect_factors(term, &mut factors);
            let sign = |position| {
                if position == 0 {
                    MulOp::Juxtaposed
                } else {
                    MulOp::Dot
                }
            };
            let factors = factors.iter().enumerate();
            Tree::Product(factors.map(|(at, factor)| (sign(at), up(factor))).collect()).into()
        }
        Kind::Quotient(a, b) => Tree::Quotient(boxed(a), boxed(b)).into(),
        Kind::Power(a, b) => Expr::from(Tree::Power {
            base: boxed(a),
            exponent: boxed(b),
            on_function: false,
        }),
        Kind::Abs(a) => Tree::Abs(boxed(a)).into(),
        Kind::Call(function, a) => Expr::from(Tree::Call {
            function: Function::Builtin(*function),
            order: 0,
            arguments: vec![up(a)],
        }),
        Kind::Derive { operand, by, .. } => super::lower::derivative_of(&up(operand), &names(*by)),
    }
}

fn number(value: f64) -> Expr {
    let positive = Expr::from(Tree::Number(Number {
        value: value.abs(),
        text: value.abs().to_string(),
    }));
    if value < 0.0 {
        Tree::Signed(Sign::Minus, Box::new(positive)).into()
    } else {
        positive
    }
}

/// The first term keeps its minus as a sign of its own; the others' stands between.
fn signed(terms: &[Term], up: &dyn Fn(&Term) -> Expr) -> Vec<(Sign, Expr)> {
    let term = |(position, term): (usize, &Term)| match (term.kind(), term.as_number()) {
        (Kind::Neg(a), _) if position > 0 => (Sign::Minus, up(a)),
        (_, Some(value)) if position > 0 && value < 0.0 => (Sign::Minus, number(-value)),
        _ => (Sign::Plus, up(term)),
    };
    terms.iter().enumerate().map(term).collect()
}

fn collect_factors<'a>(term: &'a Term, factors: &mut Vec<&'a Term>) {
    match term.kind() {
        Kind::Product(a, b) => {
            collect_factors(a, factors);
            collect_factors(b, factors);
        }
        _ => factors.push(term),
    }
}
