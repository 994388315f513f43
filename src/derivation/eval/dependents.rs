//! Which slots change when a slot is set.

use super::program::{Node, Op, Program, SlotKind};
use std::collections::BTreeSet;

/// For each slot, all slots whose formulas mention it, directly or through others.
pub(crate) fn dependents(program: &Program) -> Vec<Vec<usize>> {
    let direct: Vec<BTreeSet<usize>> = (0..program.slots.len())
        .map(|slot| mentions(program, slot))
        .collect();
    let mut all = vec![Vec::new(); program.slots.len()];
    for slot in 0..program.slots.len() {
        let mut seen = BTreeSet::new();
        let mut open: Vec<usize> = direct[slot].iter().copied().collect();
        while let Some(next) = open.pop() {
            if next != slot && seen.insert(next) {
                open.extend(&direct[next]);
            }
        }
        for on in seen {
            all[on].push(slot);
        }
    }
    all
}

/// The slots that a slot's own formula mentions.
fn mentions(program: &Program, slot: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    match &program.slots[slot].kind {
        SlotKind::Definition(body) | SlotKind::Implicit(body) => {
            collect(program, body, &mut found, 0)
        }
        SlotKind::Dependent { on, .. } => found.extend(on),
        _ => {}
    }
    found
}

/// The slots that a node mentions, also inside the functions it calls.
pub(crate) fn collect(program: &Program, node: &Node, found: &mut BTreeSet<usize>, depth: usize) {
    if depth > 20 {
        return;
    }
    let mut formulas = BTreeSet::new();
    node.walk(&mut |node| match &node.op {
        Op::Slot(slot) => {
            found.insert(*slot);
        }
        Op::Derivative(derive) => {
            found.insert(derive.slot);
        }
        Op::Call(formula, _) => {
            formulas.insert(*formula);
        }
        _ => {}
    });
    for formula in formulas {
        collect(program, &program.formulas[formula].body, found, depth + 1);
    }
}
