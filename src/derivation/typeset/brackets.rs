//! Where brackets are needed.

use super::layout::Layout;
use crate::derivation::syntax::{Builtin, Derivative, Expr, Function, Kind, Leibniz, MulOp};

/// Letters that are read as functions when a bracket follows.
const USUAL_FUNCTIONS: &[&str] = &["f", "g", "h", "F", "G", "H", "φ", "ψ", "σ"];

impl Layout<'_> {
    /// Whether a mark such as an exponent can be attached without brackets.
    pub(super) fn is_atom(&self, expr: &Expr) -> bool {
        match &expr.kind {
            Kind::Number(number) => number.text.bytes().all(|b| b.is_ascii_digit() || b == b'.'),
            Kind::Constant(_) | Kind::Name(_) | Kind::Blank | Kind::Matrix(_) => true,
            Kind::Abs(_) | Kind::Norm(..) => !(self.linear && self.in_bars()),
            Kind::Call { .. } => true,
            _ => false,
        }
    }

    /// Whether an operand of a division can stand in a line without brackets, below the stroke.
    pub(super) fn is_divisor(&self, expr: &Expr) -> bool {
        self.is_atom(expr)
            || matches!(
                expr.kind,
                Kind::Power { .. }
                    | Kind::Prime { .. }
                    | Kind::Transpose(_)
                    | Kind::Factorial(_)
                    | Kind::Entry(..)
            )
    }

    /// Whether what follows on the right would be read as part of it: an operator with its operand, a big sum.
    pub(super) fn is_open(&self, expr: &Expr) -> bool {
        match &expr.kind {
            Kind::Big { .. } | Kind::Limit { .. } => true,
            Kind::Derivative(derivative) => is_operator(derivative),
            Kind::Signed(_, inner) => self.is_open(inner),
            Kind::Product(factors) => factors.last().is_some_and(|(_, last)| self.is_open(last)),
            _ => false,
        }
    }

    /// Whether a sum after it could be read into a limit.
    pub(super) fn ends_in_limit(&self, expr: &Expr) -> bool {
        match &expr.kind {
            Kind::Limit { .. } => true,
            Kind::Signed(_, inner) => self.ends_in_limit(inner),
            Kind::Big { body, .. } => self.ends_in_limit(body),
            Kind::Product(factors) => factors
                .last()
                .is_some_and(|(_, last)| self.ends_in_limit(last)),
            _ => false,
        }
    }

    /// Whether a factor needs brackets, given what stands before and after it.
    pub(super) fn factor_needs_brackets(
        &self,
        expr: &Expr,
        op: Option<MulOp>,
        next: Option<(MulOp, &Expr)>,
    ) -> bool {
        let beside = next
            .filter(|(op, _)| *op == MulOp::Juxtaposed)
            .map(|(_, next)| next);
        match &expr.kind {
            Kind::Sum(_) | Kind::Product(_) | Kind::Signed(..) => true,
            Kind::Quotient(..) if self.linear => {
                op.is_some() || beside.is_some() && !is_plain_number_ratio(expr)
            }
            _ if op == Some(MulOp::Juxtaposed) && begins_with_number(expr) => true,
            Kind::Name(_) if is_d(expr) => beside.is_some(),
            Kind::Derivative(_) if self.linear && beside.is_some() => true,
            _ if next.is_some() && self.is_open(expr) => true,
            _ => beside
                .is_some_and(|next| self.could_be_called(expr) && self.begins_with_bracket(next)),
        }
    }

    /// Whether a bracket after it would be read as its arguments.
    fn could_be_called(&self, expr: &Expr) -> bool {
        match &expr.kind {
            Kind::Name(name) => {
                USUAL_FUNCTIONS.contains(&name.symbol.as_str())
                    || self.functions.contains(name.symbol.as_str())
            }
            Kind::Prime { operand, .. } => matches!(operand.kind, Kind::Name(_)),
            Kind::Power { base, .. } => {
                matches!(base.kind, Kind::Name(_)) && self.could_be_called(base)
            }
            Kind::Constant(crate::derivation::syntax::Constant::Ones(_)) => true,
            _ => false,
        }
    }

    /// Whether it is set with a bracket in front, so that a function before it would take it.
    fn begins_with_bracket(&self, expr: &Expr) -> bool {
        match &expr.kind {
            Kind::Sum(_) | Kind::Product(_) | Kind::Signed(..) | Kind::Number(_) | Kind::At(..) => {
                true
            }
            Kind::Matrix(_) | Kind::Cases { .. } => true,
            Kind::Quotient(..) | Kind::Derivative(_) => self.linear,
            Kind::Power { base, .. } => !self.is_atom(base) || self.begins_with_bracket(base),
            Kind::Prime { operand: inner, .. }
            | Kind::Transpose(inner)
            | Kind::Factorial(inner)
            | Kind::Entry(inner, _) => !self.is_atom(inner) || self.begins_with_bracket(inner),
            Kind::Call { function, .. } => matches!(function, Function::Composed(_)),
            Kind::Abs(_) | Kind::Norm(..) => self.linear && self.in_bars(),
            Kind::Name(_) => true,
            _ => self.is_open(expr),
        }
    }

    /// Whether a dividend needs brackets in a line.
    pub(super) fn dividend_needs_brackets(&self, above: &Expr, below: &Expr) -> bool {
        match &above.kind {
            Kind::Sum(_) | Kind::Signed(..) | Kind::Derivative(_) => true,
            Kind::Name(_) => is_d(above) && begins_with_d(below),
            _ => self.is_open(above),
        }
    }
}

/// `d/dx (…)` and `∇ …`, not `dy/dx`.
fn is_operator(derivative: &Derivative) -> bool {
    matches!(
        derivative.notation,
        Leibniz::Operator { .. } | Leibniz::Nabla
    )
}

/// `1/2`: what follows after a space multiplies it, without doubt.
fn is_plain_number_ratio(expr: &Expr) -> bool {
    let number = |expr: &Expr| matches!(expr.kind, Kind::Number(_));
    matches!(&expr.kind, Kind::Quotient(above, below) if number(above) && number(below))
}

/// Digits first: after another factor they need brackets, or two numbers would stand side by side.
fn begins_with_number(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Number(_) => true,
        Kind::Power { base: inner, .. } | Kind::Transpose(inner) | Kind::Factorial(inner) => {
            begins_with_number(inner)
        }
        _ => false,
    }
}

/// A name that could begin a derivative.
fn is_d(expr: &Expr) -> bool {
    matches!(&expr.kind, Kind::Name(name) if name.symbol == "d" || name.symbol == "δ")
}

fn begins_with_d(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Product(factors) => factors
            .first()
            .is_some_and(|(_, first)| begins_with_d(first)),
        Kind::Power { base, .. } => begins_with_d(base),
        _ => is_d(expr),
    }
}

/// Whether a call is set with the function's name and round brackets.
pub(super) fn is_named_call(expr: &Expr) -> bool {
    matches!(&expr.kind, Kind::Call { function, .. }
        if !matches!(function, Function::Builtin(Builtin::Sqrt | Builtin::Root)))
}
