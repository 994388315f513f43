//! The question misread: another derivative than the one that stands there.

use crate::derivation::rules::{Kind, Term, Var, derivative};

/// A written derivative.
pub struct Asked<'a> {
    /// What is differentiated.
    pub operand: &'a Term,
    /// By what.
    pub by: Var,
    /// The right answer.
    pub value: &'a Term,
    /// All variables and parameters of the line.
    pub names: &'a [Term],
}

impl Asked<'_> {
    /// The other names that the operand depends on.
    fn others(&self) -> impl Iterator<Item = (&Term, Var)> {
        self.names.iter().filter_map(|name| match name.kind() {
            Kind::Leaf(leaf) if leaf.var != self.by && self.operand.depends_on(leaf.var) => {
                Some((name, leaf.var))
            }
            _ => None,
        })
    }
}

/// ∂f/∂y for ∂f/∂x
pub(super) fn by_another(asked: &Asked<'_>) -> Vec<Term> {
    asked
        .others()
        .map(|(_, var)| derivative(asked.operand, var))
        .collect()
}

/// ∂f/∂x where y = 0
pub(super) fn held_at_zero(asked: &Asked<'_>) -> Vec<Term> {
    let zero = Term::number(0.0);
    let others = asked.others();
    others
        .map(|(name, _)| asked.value.substitute(name, &zero))
        .collect()
}

/// f″ for f′, f′ or f for f″
pub(super) fn another_order(asked: &Asked<'_>) -> Vec<Term> {
    let mut orders = vec![derivative(asked.value, asked.by)];
    let mut below = asked.operand;
    while let Kind::Derive { operand, value, .. } = below.kind() {
        orders.extend([value.clone(), operand.clone()]);
        below = operand;
    }
    orders
}
