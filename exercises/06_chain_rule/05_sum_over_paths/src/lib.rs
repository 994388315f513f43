//! The sum over all roads of a graph: once as it is defined, and once as it is computed.
//!
//! A road is worth the product of the weights of its edges; all roads together are worth the sum. If the weights
//! are local derivatives, that sum is the derivative of the last number by the first.
//!
//! Nodes are numbers. An edge `(a, b)` leads from node `a` to node `b`, and `b` is always the higher number. Edges
//! are listed by the node they leave. `weight(k)` looks up the weight of `edges[k]`. The tests count how often you do so.

/// The sum over all roads from `from` to `to`, found by walking each of them.
///
/// From a node to itself there is one road, without edges. It is worth 1.
pub fn sum_over_paths(
    edges: &[(usize, usize)],
    weight: &dyn Fn(usize) -> f64,
    from: usize,
    to: usize,
) -> f64 {
    todo!(
        "walk every road from {from} to {to} over {} edges, the first of weight {}",
        edges.len(),
        weight(0)
    )
}

/// The same sum with one number for each node, and each weight looked up once at most.
pub fn dynamic_programming(
    nodes: usize,
    edges: &[(usize, usize)],
    weight: &dyn Fn(usize) -> f64,
    from: usize,
    to: usize,
) -> f64 {
    todo!(
        "carry one number for each of {nodes} nodes from {from} to {to}, {} edges, the first of weight {}",
        edges.len(),
        weight(0)
    )
}
