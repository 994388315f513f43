//! property: any_topological_order_gives_the_same
//! The values are put down in the order in which they are computed, as if turn and number were the same.

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

/// See the stub.
pub fn eval_graph(nodes: &[Node], order: &[usize]) -> Vec<f64> {
    let mut values = Vec::new();
    let at = |values: &[f64], node: usize| values.get(node).copied().unwrap_or(0.0);
    for &node in order {
        values.push(match nodes[node] {
            Node::Input(value) => value,
            Node::Add(a, b) => at(&values, a) + at(&values, b),
            Node::Mul(a, b) => at(&values, a) * at(&values, b),
            Node::Sin(a) => at(&values, a).sin(),
        });
    }
    values.resize(nodes.len(), 0.0);
    values
}
