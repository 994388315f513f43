//! Replacing equal parts of a compiled expression.

use super::program::{Node, Op};

/// Replaces every part of `node` that equals `wanted`; returns how many there were.
pub(crate) fn replace(node: &mut Node, wanted: &Node, by: &Op) -> usize {
    if same(node, wanted) {
        node.op = by.clone();
        return 1;
    }
    children_mut(node)
        .into_iter()
        .map(|child| replace(child, wanted, by))
        .sum()
}

/// The nodes directly below whose values make the node's; conditions and bounds are left alone.
fn children_mut(node: &mut Node) -> Vec<&mut Node> {
    match &mut node.op {
        Op::Negate(inner) | Op::Apply(_, inner) | Op::Whole(_, inner) | Op::Entry(inner, _) => {
            vec![inner]
        }
        Op::Sum(parts) | Op::Call(_, parts) => parts.iter_mut().collect(),
        Op::Unknown { arguments, .. } => arguments.iter_mut().collect(),
        Op::Times(_, a, b) | Op::Divide(a, b) | Op::Dot(a, b) => vec![a, b],
        Op::Power { base, exponent, .. } => vec![base, exponent],
        Op::Matrix(rows) => rows.iter_mut().flatten().collect(),
        Op::Big { body, .. } | Op::Limit { body, .. } => vec![body],
        _ => Vec::new(),
    }
}

/// Whether two nodes are the same expression, wherever they stand.
fn same(a: &Node, b: &Node) -> bool {
    fn shape(node: &Node) -> String {
        // The operation without its parts.
        match &node.op {
            Op::Number(value) => format!("{value:?}"),
            Op::Slot(slot) => format!("slot {slot}"),
            Op::Apply(function, _) => format!("{function:?}"),
            Op::Whole(whole, _) => format!("{whole:?}"),
            Op::Times(how, ..) => format!("times {how:?}"),
            Op::Unknown { seed, order, .. } => format!("unknown {seed} {order}"),
            Op::Call(formula, _) => format!("call {formula}"),
            other => format!("{:?}", std::mem::discriminant(other)),
        }
    }
    let (parts, others) = (a.children(), b.children());
    shape(a) == shape(b)
        && parts.len() == others.len()
        && parts.iter().zip(others).all(|(a, b)| same(a, b))
}
