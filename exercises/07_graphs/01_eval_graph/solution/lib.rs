//! The forward pass.
//!
//! Every node has its place in `values` from the beginning, so the order of computing and the numbers of the nodes
//! need not have anything to do with each other. `order` promises that the inputs are there when a node needs them.
//!
//! To discuss: nothing here checks the promise. In a wrong order a node would read a 0 that nobody put there, and the
//! result would be a number like any other. How would you make the mistake visible? What does it cost?

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
pub fn eval_graph(nodes: &[Node], order: &[usize]) -> Vec<f64> {
    let mut values = vec![0.0; nodes.len()];
    for &node in order {
        values[node] = match nodes[node] {
            Node::Input(value) => value,
            Node::Add(a, b) => values[a] + values[b],
            Node::Mul(a, b) => values[a] * values[b],
            Node::Sin(a) => values[a].sin(),
        };
    }
    values
}
