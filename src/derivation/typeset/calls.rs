//! Pieces of calls, sums over an index, limits, values at a point.

use super::layout::Layout;
use super::piece::Piece;
use super::symbols::{indices_piece, name_piece, symbol_piece};
use crate::derivation::syntax::{Bound, Builtin, Expr, Function, Index, Kind, Name, Side};

/// The most primes that are set as primes.
const MOST_PRIMES: u32 = 3;

impl Layout<'_> {
    /// A function, its primes, its exponent, its arguments.
    pub(super) fn call(
        &self,
        function: &Function,
        order: u32,
        arguments: &[Expr],
        above: Option<Piece>,
    ) -> Piece {
        match (function, arguments) {
            (Function::Builtin(Builtin::Sqrt), [radicand]) if order == 0 && above.is_none() => {
                let inner = self.expr(radicand);
                return Piece::Root(None, inner.boxed());
            }
            (Function::Builtin(Builtin::Root), [index, radicand]) if !self.linear && order == 0 => {
                return Piece::Root(Some(self.expr(index).boxed()), self.expr(radicand).boxed());
            }
            (Function::Builtin(Builtin::LogBase), [base, argument]) => {
                let log = Piece::Word("log".to_owned());
                let log = Piece::script(log, Some(self.expr(base)), above);
                let name = with_order(log, order, false);
                return applied(name, self.expr(argument));
            }
            _ => {}
        }
        let name = function_piece(function, above.is_some());
        let name = with_order(name, order, matches!(function, Function::Named(_)));
        let name = Piece::script(name, None, above);
        applied(
            name,
            Piece::list(arguments.iter().map(|argument| self.expr(argument))),
        )
    }

    pub(super) fn big(
        &self,
        product: bool,
        bounds: &[Bound],
        except: Option<&Index>,
        body: &Expr,
    ) -> Piece {
        let below = bounds.iter().enumerate().map(|(place, bound)| {
            let index = name_piece(&bound.index);
            let last = place + 1 == bounds.len();
            match (&bound.from, except) {
                (Some(from), _) => Piece::Row(vec![index, Piece::Tight("="), self.expr(from)]),
                (None, Some(except)) if last => {
                    let except = indices_piece(std::slice::from_ref(except));
                    Piece::Row(vec![index, Piece::Tight("≠"), except])
                }
                _ => index,
            }
        });
        let sign = Piece::Big {
            sign: if product { "∏" } else { "∑" },
            below: Piece::list(below).boxed(),
            above: bounds
                .first()
                .and_then(|bound| bound.to.as_ref())
                .map(|to| self.expr(to).boxed()),
        };
        Piece::Row(vec![sign, Piece::Space, self.body(body)])
    }

    fn body(&self, body: &Expr) -> Piece {
        let piece = self.expr(body);
        if matches!(body.kind, Kind::Sum(_)) {
            piece.round()
        } else {
            piece
        }
    }

    pub(super) fn limit(
        &self,
        variable: &Name,
        target: &Expr,
        side: Option<Side>,
        body: &Expr,
    ) -> Piece {
        let above = side.map(|side| Piece::Tight(if side == Side::Above { "+" } else { "-" }));
        let target = match &target.kind {
            Kind::Signed(_, inner) if self.is_atom(inner) => self.expr(target),
            _ => self.atom(target),
        };
        let below = vec![
            name_piece(variable),
            Piece::Tight("→"),
            Piece::script(target, None, above),
        ];
        let sign = Piece::Big {
            sign: "lim",
            below: Piece::Row(below).boxed(),
            above: None,
        };
        Piece::Row(vec![sign, Piece::Space, self.body(body)])
    }

    /// Always in brackets, so that it is plain what the bar belongs to.
    pub(super) fn at(&self, inner: &Expr, values: &[(Name, Expr)]) -> Piece {
        let equations = values.iter().map(|(name, value)| {
            Piece::Row(vec![name_piece(name), Piece::Tight("="), self.expr(value)])
        });
        let bar = Piece::script(Piece::Tight("|"), Some(Piece::list(equations)), None);
        Piece::Row(vec![self.expr(inner).round(), bar]).round()
    }
}

fn applied(name: Piece, arguments: Piece) -> Piece {
    Piece::Row(vec![name, Piece::Applied, arguments.round()])
}

fn function_piece(function: &Function, raised: bool) -> Piece {
    match function {
        Function::Builtin(Builtin::Sigmoid) if raised => Piece::Word("sigmoid".to_owned()),
        Function::Builtin(Builtin::Log10) if raised => Piece::Word("lg".to_owned()),
        Function::Builtin(builtin) => symbol_piece(builtin.name()),
        Function::Named(name) => name_piece(name),
        Function::Inverse(name) => {
            let above = vec![Piece::Tight("-"), Piece::Number("1".to_owned())];
            Piece::script(name_piece(name), None, Some(Piece::Row(above)))
        }
        Function::Composed(parts) => {
            let mut row = Vec::new();
            for part in parts {
                if !row.is_empty() {
                    row.push(Piece::Infix("∘"));
                }
                row.push(function_piece(part, false));
            }
            Piece::Row(row).round()
        }
    }
}

/// Primes, or `^{(4)}` for a high order.
fn with_order(name: Piece, order: u32, may_be_number: bool) -> Piece {
    match order {
        0 => name,
        _ if order <= MOST_PRIMES || !may_be_number => Piece::Primes(name.boxed(), order),
        _ => Piece::script(name, None, Some(Piece::Number(order.to_string()).round())),
    }
}
