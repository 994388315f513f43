//! The tree to pieces: sums, products, quotients, powers, names.

use std::cell::Cell;
use std::collections::HashSet;

use super::brackets::is_named_call;
use super::piece::{Fence, Piece};
use super::symbols::{
    comparison_text, constant_piece, indices_piece, name_piece, norm_index, op_piece, sign_text,
};
use crate::derivation::syntax::{Expr, Function, Kind, Matrix, MulOp, Relation, Sign};

/// How pieces are made: in a line, or with fractions and roots drawn.
pub(super) struct Layout<'a> {
    pub(super) linear: bool,
    /// Names that the expression itself uses as functions.
    pub(super) functions: HashSet<&'a str>,
    /// How many bars are open around the piece being made.
    bars: Cell<u32>,
}

impl<'a> Layout<'a> {
    pub(super) fn linear(expr: &'a Expr) -> Self {
        Self::new(expr, true)
    }

    pub(super) fn planar(expr: &'a Expr) -> Self {
        Self::new(expr, false)
    }

    fn new(expr: &'a Expr, linear: bool) -> Self {
        let mut functions = HashSet::new();
        expr.walk(&mut |expr| {
            if let Kind::Call { function, .. } = &expr.kind {
                collect(function, &mut functions);
            }
        });
        let bars = Cell::new(0);
        Self {
            linear,
            functions,
            bars,
        }
    }

    pub(super) fn in_bars(&self) -> bool {
        self.bars.get() > 0
    }

    /// The whole expression, without brackets around it.
    pub(super) fn expr(&self, expr: &Expr) -> Piece {
        match &expr.kind {
            Kind::Number(number) => Piece::Number(number.text.clone()),
            Kind::Constant(constant) => constant_piece(constant),
            Kind::Name(name) => name_piece(name),
            Kind::Blank => Piece::Blank,
            Kind::Signed(sign, inner) => self.signed(*sign, inner),
            Kind::Sum(terms) => self.sum(terms),
            Kind::Product(factors) => self.product(factors),
            Kind::Quotient(above, below) => self.quotient(above, below),
            Kind::Power {
                base,
                exponent,
                on_function,
            } => self.power(base, exponent, *on_function),
            Kind::Transpose(inner) => Piece::Transposed(self.held(inner).boxed()),
            Kind::Factorial(inner) => Piece::Row(vec![self.atom(inner), Piece::Tight("!")]),
            Kind::Abs(inner) => self.bars(Fence::Abs, inner),
            Kind::Norm(norm, inner) => {
                let nested = self.linear && self.in_bars();
                let norm = Piece::script(self.bars(Fence::Norm, inner), norm_index(*norm), None);
                if nested { norm.round() } else { norm }
            }
            Kind::Call {
                function,
                order,
                arguments,
            } => self.call(function, *order, arguments, None),
            Kind::Prime { operand, order } => self.prime(operand, *order),
            Kind::Derivative(derivative) => self.derivative(derivative),
            Kind::Big {
                product,
                bounds,
                except,
                body,
            } => self.big(*product, bounds, except.as_ref(), body),
            Kind::Limit {
                variable,
                target,
                side,
                body,
            } => self.limit(variable, target, *side, body),
            Kind::Cases {
                branches,
                otherwise,
            } => {
                let rows = branches.iter().map(|branch| {
                    (
                        self.expr(&branch.value),
                        Some(self.relations(&branch.conditions)),
                    )
                });
                let last = otherwise.iter().map(|value| (self.expr(value), None));
                Piece::Cases(rows.chain(last).collect())
            }
            Kind::Matrix(matrix) => self.matrix(matrix),
            Kind::Entry(inner, indices) => {
                let base = if is_named_call(inner) {
                    self.expr(inner)
                } else {
                    self.expr(inner).round()
                };
                Piece::script(base, Some(indices_piece(indices)), None)
            }
            Kind::At(inner, values) => self.at(inner, values),
        }
    }

    /// With brackets unless a mark can be attached to it.
    pub(super) fn atom(&self, expr: &Expr) -> Piece {
        if self.is_atom(expr) {
            self.expr(expr)
        } else {
            self.expr(expr).round()
        }
    }

    /// The same, and an index above is held by braces, since LaTeX allows one exponent only.
    fn held(&self, expr: &Expr) -> Piece {
        let layered = matches!(&expr.kind, Kind::Name(name) if name.layer.is_some());
        let piece = self.atom(expr);
        if layered && !self.linear {
            Piece::Fence(Fence::Invisible, piece.boxed())
        } else {
            piece
        }
    }

    fn signed(&self, sign: Sign, inner: &Expr) -> Piece {
        let brackets = matches!(inner.kind, Kind::Sum(_) | Kind::Signed(..));
        let piece = self.expr(inner);
        Piece::Row(vec![
            Piece::Tight(sign_text(sign)),
            if brackets { piece.round() } else { piece },
        ])
    }

    fn sum(&self, terms: &[(Sign, Expr)]) -> Piece {
        let mut row = Vec::new();
        for (place, (sign, term)) in terms.iter().enumerate() {
            if place > 0 {
                row.push(Piece::Infix(sign_text(*sign)));
            }
            let signed = place > 0 && matches!(term.kind, Kind::Signed(..));
            let open = place + 1 < terms.len() && self.ends_in_limit(term);
            let brackets = matches!(term.kind, Kind::Sum(_)) || signed || open;
            let piece = self.expr(term);
            row.push(if brackets { piece.round() } else { piece });
        }
        Piece::Row(row)
    }

    fn product(&self, factors: &[(MulOp, Expr)]) -> Piece {
        let mut row = Vec::new();
        for (place, (op, factor)) in factors.iter().enumerate() {
            let before = (place > 0).then_some(*op);
            let next = factors.get(place + 1).map(|(op, next)| (*op, next));
            if let Some(op) = before {
                row.push(op_piece(op));
            }
            let brackets = self.factor_needs_brackets(factor, before, next);
            let piece = self.expr(factor);
            row.push(if brackets { piece.round() } else { piece });
        }
        Piece::Row(row)
    }

    fn quotient(&self, above: &Expr, below: &Expr) -> Piece {
        if !self.linear {
            return Piece::Fraction(self.expr(above).boxed(), self.expr(below).boxed());
        }
        let dividend = self.expr(above);
        let dividend = if self.dividend_needs_brackets(above, below) {
            dividend.round()
        } else {
            dividend
        };
        let divisor = self.expr(below);
        let divisor = if self.is_divisor(below) {
            divisor
        } else {
            divisor.round()
        };
        Piece::Row(vec![dividend, Piece::Tight("/"), divisor])
    }

    fn power(&self, base: &Expr, exponent: &Expr, on_function: bool) -> Piece {
        let above = self.exponent(exponent);
        if let (
            true,
            Kind::Call {
                function,
                order,
                arguments,
            },
        ) = (on_function, &base.kind)
        {
            return self.call(function, *order, arguments, Some(above));
        }
        Piece::script(self.held(base), None, Some(above))
    }

    /// An exponent; a `T` or an `L` that is a number is held apart from the transpose and from a layer.
    fn exponent(&self, exponent: &Expr) -> Piece {
        let piece = self.expr(exponent);
        match (is_telling(exponent), self.linear) {
            (true, true) => Piece::Row(vec![piece.round()]),
            (true, false) => Piece::Fence(Fence::Invisible, piece.boxed()),
            _ => piece,
        }
    }

    fn prime(&self, operand: &Expr, order: u32) -> Piece {
        let base = if matches!(operand.kind, Kind::Name(_)) {
            self.held(operand)
        } else {
            self.expr(operand).round()
        };
        Piece::Primes(base.boxed(), order)
    }

    /// Between bars; bars inside bars are bracketed, since a bar has no side of its own.
    fn bars(&self, fence: Fence, inner: &Expr) -> Piece {
        let nested = self.linear && self.in_bars();
        self.bars.set(self.bars.get() + 1);
        let piece = Piece::Fence(fence, self.expr(inner).boxed());
        self.bars.set(self.bars.get() - 1);
        if nested && fence == Fence::Abs {
            piece.round()
        } else {
            piece
        }
    }

    fn matrix(&self, matrix: &Matrix) -> Piece {
        let row = |row: &Vec<Expr>| row.iter().map(|entry| self.expr(entry)).collect();
        Piece::Matrix(matrix.rows.iter().map(row).collect())
    }

    pub(super) fn relations(&self, relations: &[Relation]) -> Piece {
        let mut row = Vec::new();
        for relation in relations {
            if !row.is_empty() {
                row.push(Piece::Text("and"));
            }
            row.push(self.expr(&relation.left));
            row.push(Piece::Infix(comparison_text(relation.comparison)));
            row.push(self.expr(&relation.right));
        }
        Piece::Row(row)
    }
}

fn collect<'a>(function: &'a Function, functions: &mut HashSet<&'a str>) {
    match function {
        Function::Builtin(_) => {}
        Function::Named(name) | Function::Inverse(name) => drop(functions.insert(&name.symbol)),
        Function::Composed(parts) => parts.iter().for_each(|part| collect(part, functions)),
    }
}

/// Whether an exponent begins with a letter that means something above a name: `T`, `l`, `L`.
fn is_telling(exponent: &Expr) -> bool {
    match &exponent.kind {
        Kind::Name(name) => name.is_bare() && ["T", "l", "L"].contains(&name.symbol.as_str()),
        Kind::Signed(_, inner) => is_telling(inner),
        Kind::Sum(terms) => is_telling(&terms[0].1),
        _ => false,
    }
}
