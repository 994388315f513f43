//! After a wrong line: what follows from it is not blamed again.

use crate::derivation::syntax::Expr;

/// A wrong claim: from here on its left side may be read as its right side.
#[derive(Debug, Clone)]
pub(crate) struct Slip {
    pub(crate) line: usize,
    pub(crate) left: Expr,
    pub(crate) right: Expr,
}

/// The expression with every part that equals a slip's left side replaced; `None` when there is none.
pub(crate) fn follow(expr: &Expr, slip: &Slip) -> Option<Expr> {
    let mut changed = expr.clone();
    (replace(&mut changed, slip) > 0).then_some(changed)
}

fn replace(expr: &mut Expr, slip: &Slip) -> usize {
    if *expr == slip.left {
        *expr = Expr::new(slip.right.kind.clone(), expr.span);
        return 1;
    }
    expr.children_mut()
        .into_iter()
        .map(|child| replace(child, slip))
        .sum()
}
