//! The sum over all roads of a graph: once as it is defined, and once as it is computed.
//!
//! Sort the roads that leave `from` by their first edge. Those that begin with edge `k` share the factor
//! `weight(k)`; what is left of them is all the roads from the end of `k`. Take the factor out (the distributive
//! law) and `sum_over_paths` follows. It comes back to a node as often as there are roads to it.
//!
//! Sort the roads that *arrive* at a node by their last edge, and the same law says: the sum at the node is, over
//! the edges that enter it, the sum at the edge's start times the weight. Every start has a lower number and edges
//! are listed by their start. So when an edge is used, the number at its start is complete, and once is enough.
//!
//! To discuss: `arrived` answers more than was asked: the sum for *every* end node, from one start. What would you
//! change to get it for every start node and one end? That program is reverse mode. And why is `+=` the most
//! important character in it?

/// The sum over all roads from `from` to `to`, found by walking each of them.
pub fn sum_over_paths(
    edges: &[(usize, usize)],
    weight: &dyn Fn(usize) -> f64,
    from: usize,
    to: usize,
) -> f64 {
    if from == to {
        return 1.0;
    }
    let leaving = edges.iter().enumerate().filter(|(_, edge)| edge.0 == from);
    leaving
        .map(|(k, edge)| weight(k) * sum_over_paths(edges, weight, edge.1, to))
        .sum()
}

/// The same sum with one number for each node.
pub fn dynamic_programming(
    nodes: usize,
    edges: &[(usize, usize)],
    weight: &dyn Fn(usize) -> f64,
    from: usize,
    to: usize,
) -> f64 {
    let mut arrived = vec![0.0; nodes];
    arrived[from] = 1.0;
    for (k, &(start, end)) in edges.iter().enumerate() {
        arrived[end] += arrived[start] * weight(k);
    }
    arrived[to]
}
