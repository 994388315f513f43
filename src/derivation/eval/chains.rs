//! Products of derivatives that share a variable: `dC/da · da/dz · dz/dW` is one chain.

use super::program::{Derive, Node, Op};
use crate::derivation::syntax::MulOp;

/// Joins runs of linked derivatives into [`Op::Chain`], in either order of writing.
pub(crate) fn link(factors: Vec<(MulOp, Node)>) -> Vec<(MulOp, Node)> {
    let mut result: Vec<(MulOp, Node)> = Vec::new();
    for (op, factor) in factors {
        let plain = !matches!(op, MulOp::Hadamard | MulOp::Kronecker);
        if plain
            && let Some((_, last)) = result.last_mut()
            && let Some(joined) = join(last, &factor)
        {
            *last = joined;
            continue;
        }
        result.push((op, factor));
    }
    result
}

/// The chain of two linked factors.
fn join(left: &Node, right: &Node) -> Option<Node> {
    let mut chain = links(left)?;
    let mut more = links(right)?;
    let span = left.span.to(right.span);
    if follows(chain.last()?, more.first()?) {
        chain.append(&mut more);
        return Some(Node::new(Op::Chain(chain), span));
    }
    if follows(more.last()?, chain.first()?) {
        more.append(&mut chain);
        return Some(Node::new(Op::Chain(more), span));
    }
    None
}

fn links(node: &Node) -> Option<Vec<Node>> {
    match &node.op {
        Op::Derivative(derive) if derive.order == 1 && derive.entry.is_none() => {
            Some(vec![node.clone()])
        }
        Op::Chain(links) => Some(links.clone()),
        _ => None,
    }
}

/// Whether the first is differentiated by what the second differentiates.
fn follows(first: &Node, second: &Node) -> bool {
    let (Op::Derivative(first), Op::Derivative(second)) = (&first.op, &second.op) else {
        return false;
    };
    matches!(&second.as_ref().operand.op, Op::Slot(slot) if *slot == by(first))
}

fn by(derive: &Derive) -> usize {
    derive.slot
}
