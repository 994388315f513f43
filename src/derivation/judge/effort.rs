//! How much one line does at once.

use crate::derivation::syntax::{Expr, Kind};

/// A line that applies more rules than this gets a note.
pub(crate) const MANY: usize = 8;

/// The rules a step applies: one for each operation under a derivative that the next line no longer has.
pub(crate) fn rules_between(before: &Expr, after: &Expr) -> usize {
    let mut left = Vec::new();
    after.walk(&mut |expr| {
        if is_derivative(expr) {
            left.push(expr);
        }
    });
    let mut rules = 0;
    before.walk(&mut |expr| {
        if is_derivative(expr) && !left.contains(&expr) {
            rules += operations(expr);
        }
    });
    // Derivatives that the line still has are work it left for later.
    let later: usize = left.iter().map(|expr| operations(expr)).sum();
    rules.saturating_sub(later)
}

fn is_derivative(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Derivative(_) | Kind::Prime { .. } => true,
        Kind::Call { order, .. } => *order > 0,
        _ => false,
    }
}

/// Whether an expression has a derivative in it.
pub(crate) fn has_derivative(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |part| found |= is_derivative(part));
    found
}

/// Products, quotients, powers and functions of something that is not a number.
fn operations(expr: &Expr) -> usize {
    let mut count = 0;
    expr.walk(&mut |part| {
        let parts = part.children();
        let plain = parts
            .iter()
            .all(|part| matches!(part.kind, Kind::Number(_) | Kind::Constant(_)));
        let counts = match &part.kind {
            Kind::Product(factors) => {
                let variable =
                    |expr: &Expr| !matches!(expr.kind, Kind::Number(_) | Kind::Constant(_));
                factors
                    .iter()
                    .filter(|(_, factor)| variable(factor))
                    .count()
                    > 1
            }
            Kind::Quotient(..) | Kind::Power { .. } | Kind::Call { .. } => !plain,
            _ => false,
        };
        count += usize::from(counts);
    });
    count
}
