//! property: what_nobody_uses_does_not_matter
//! Each node is computed when it is asked for; `order` is not looked at.

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

fn value(nodes: &[Node], node: usize) -> f64 {
    match nodes[node] {
        Node::Input(value) => value,
        Node::Add(a, b) => value(nodes, a) + value(nodes, b),
        Node::Mul(a, b) => value(nodes, a) * value(nodes, b),
        Node::Sin(a) => value(nodes, a).sin(),
    }
}

/// See the stub.
pub fn eval_graph(nodes: &[Node], _order: &[usize]) -> Vec<f64> {
    (0..nodes.len()).map(|node| value(nodes, node)).collect()
}
