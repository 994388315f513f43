//! Pieces of derivatives.

use super::layout::Layout;
use super::piece::{Fence, Piece};
use super::symbols::{name_piece, symbol_piece};
use crate::derivation::syntax::{Derivative, Expr, Kind, Leibniz, Wrt};

impl Layout<'_> {
    pub(super) fn derivative(&self, derivative: &Derivative) -> Piece {
        match derivative.notation {
            Leibniz::Operator { partial } => {
                let sign = self.fraction(derivative, partial, None);
                Piece::Row(vec![
                    sign,
                    Piece::Space,
                    self.expr(&derivative.operand).round(),
                ])
            }
            Leibniz::Fraction { partial } => {
                self.fraction(derivative, partial, Some(&derivative.operand))
            }
            Leibniz::Nabla => self.nabla(derivative),
            Leibniz::Bracket => self.bracket(derivative),
        }
    }

    fn fraction(&self, derivative: &Derivative, partial: bool, operand: Option<&Expr>) -> Piece {
        let d = if partial { "∂" } else { "d" };
        let order = (derivative.order > 1).then(|| Piece::Number(derivative.order.to_string()));
        let mut above = vec![Piece::script(Piece::Tight(d), None, order)];
        match operand.map(|operand| (&operand.kind, operand)) {
            Some((Kind::Name(name), _)) if name.layer.is_none() || self.linear => {
                above.push(name_piece(name))
            }
            Some((_, operand)) => above.push(self.expr(operand).round()),
            None => {}
        }
        let mut below = Vec::new();
        for wrt in &derivative.by {
            below.push(Piece::Tight(d));
            below.push(self.variable(wrt));
        }
        let (above, below) = (Piece::Row(above), Piece::Row(below));
        if self.linear {
            return Piece::Row(vec![above, Piece::Tight("/"), below]);
        }
        Piece::Fraction(above.boxed(), below.boxed())
    }

    fn variable(&self, wrt: &Wrt) -> Piece {
        let base = match &wrt.variable.kind {
            Kind::Name(name) => name_piece(name),
            _ => self.expr(&wrt.variable).round(),
        };
        let order = (wrt.order > 1).then(|| Piece::Number(wrt.order.to_string()));
        Piece::script(base, None, order)
    }

    fn nabla(&self, derivative: &Derivative) -> Piece {
        let below = derivative.by.first().map(|wrt| self.expr(&wrt.variable));
        let order = (derivative.order > 1).then(|| Piece::Number(derivative.order.to_string()));
        let sign = Piece::script(Piece::Tight("∇"), below, order);
        let operand = self.expr(&derivative.operand);
        if matches!(derivative.operand.kind, Kind::Name(_)) {
            return Piece::Row(vec![sign, Piece::Space, operand]);
        }
        Piece::Row(vec![sign, Piece::Space, operand.round()])
    }

    fn bracket(&self, derivative: &Derivative) -> Piece {
        let mut arguments = vec![self.expr(&derivative.operand)];
        for wrt in &derivative.by {
            arguments.push(self.expr(&wrt.variable));
            if wrt.order > 1 {
                arguments.push(Piece::Number(wrt.order.to_string()));
            }
        }
        let list = Piece::list(arguments).boxed();
        Piece::Row(vec![symbol_piece("D"), Piece::Fence(Fence::Square, list)])
    }
}
