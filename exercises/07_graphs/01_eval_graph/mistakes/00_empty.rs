//! property: the_example_of_the_lesson

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
pub fn eval_graph(nodes: &[Node], _order: &[usize]) -> Vec<f64> {
    vec![0.0; nodes.len()]
}
