//! The rows and columns of a compiled expression, without evaluating it.

use super::program::{Node, Program};
use crate::derivation::shape::infer;

/// The shape of a node; `None` where it has none.
pub(crate) fn extent(program: &Program, node: &Node) -> Option<(usize, usize)> {
    infer(program, node).ok()
}
