//! property: any_topological_order_gives_the_same
//! The nodes in the order of their numbers, whatever `order` says.

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
    let mut values = vec![0.0; nodes.len()];
    for node in (0..nodes.len()).filter(|node| order.contains(node)) {
        values[node] = match nodes[node] {
            Node::Input(value) => value,
            Node::Add(a, b) => values[a] + values[b],
            Node::Mul(a, b) => values[a] * values[b],
            Node::Sin(a) => values[a].sin(),
        };
    }
    values
}
