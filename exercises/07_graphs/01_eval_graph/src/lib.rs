//! The forward pass: from the inputs to the values of all nodes.

/// A node of the graph: an input with its value, or an operation on other nodes, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Node {
    /// A number that is given.
    Input(f64),
    /// The sum of two nodes.
    Add(usize, usize),
    /// The product of two nodes.
    Mul(usize, usize),
    /// The sine of a node.
    Sin(usize),
}

/// The value of every node, at the place of its number.
///
/// `order` is a topological order: each node stands in it after its inputs. A node that `order` leaves out has the
/// value 0.
///
/// Take nodes 0 to 3 as `Input(2.0)`, `Input(-3.0)`, `Mul(0, 1)`, `Add(2, 0)`. In the order 0, 1, 2, 3 the values are
/// 2, −3, −6, −4. In the order 1, 0, 2, 3 they are the same.
pub fn eval_graph(nodes: &[Node], order: &[usize]) -> Vec<f64> {
    todo!("the values of {nodes:?}, computed in the order {order:?}")
}
