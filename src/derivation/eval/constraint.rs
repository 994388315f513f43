//! Assumptions that are equations, such as `assume sum(t) = 1`: one number of the sampled point is solved for.

use super::compile::{Compiled, Compiler, visit};
use super::program::{Node, Op, Slot, SlotKind};
use crate::derivation::syntax::{Expr, Kind, Name, Relation, Span};
use std::collections::BTreeSet;

impl Compiler<'_> {
    /// What a variable becomes that an assumed equation fixes; `None` when none does.
    ///
    /// A number is solved for. Of a vector or matrix the last entry is, and the others are sampled.
    pub(crate) fn constrained(&mut self, name: &Name, slot: usize) -> Compiled<Option<SlotKind>> {
        let env = self.env;
        let fixes = |equation: &&Relation| self.solved(equation).as_ref() == Some(name);
        let Some(equation) = env.equations.iter().find(fixes) else {
            return Ok(None);
        };
        let (rows, columns) = self.program.slots[slot].shape;
        if (rows, columns) == (1, 1) {
            return Ok(Some(SlotKind::Constrained(self.zero(equation)?)));
        }
        let count = rows * columns;
        let first = self.program.slots.len();
        for entry in 0..count {
            let kind = SlotKind::Variable {
                integer: false,
                symmetric: false,
            };
            let name = Name::new(&format!("⟨{name} {entry}⟩"));
            let shape = (1, 1);
            self.program.slots.push(Slot { name, kind, shape });
        }
        let equation = self.zero(equation)?;
        self.program.slots[first + count - 1].kind = SlotKind::Constrained(equation);
        let cell = |k: usize| Node::new(Op::Slot(first + k), Span::default());
        let row = |i: usize| (0..columns).map(|j| cell(i * columns + j)).collect();
        let matrix = Op::Matrix((0..rows).map(row).collect());
        Ok(Some(SlotKind::Definition(Node::new(
            matrix,
            Span::default(),
        ))))
    }

    /// The variable an equation is solved for: the last of its names that no formula and no other name fixes.
    fn solved(&self, equation: &Relation) -> Option<Name> {
        let mut names = BTreeSet::new();
        for side in [&equation.left, &equation.right] {
            collect(side, &mut names);
        }
        if names.iter().any(|name| !self.depends_on(name).is_empty()) {
            return None;
        }
        let free = |name: &&Name| {
            self.env.definition(name).is_none() && self.world.named(&name.symbol).is_none()
        };
        names.iter().rfind(free).cloned()
    }

    /// An equation as a node that is 0 where it holds.
    pub(crate) fn zero(&mut self, equation: &Relation) -> Compiled<Node> {
        self.outside(|compiler| {
            let left = compiler.node(&equation.left)?;
            let right = compiler.node(&equation.right)?;
            let span = left.span.to(right.span);
            let negative = Node::new(Op::Negate(Box::new(right)), span);
            Ok(Node::new(Op::Sum(vec![left, negative]), span))
        })
    }
}

fn collect(expr: &Expr, names: &mut BTreeSet<Name>) {
    visit(expr, &mut |expr| {
        if let Kind::Name(name) = &expr.kind {
            names.insert(name.base());
        }
    });
}
