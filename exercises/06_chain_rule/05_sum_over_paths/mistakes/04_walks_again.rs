//! property: each_edge_is_used_at_most_once
//! The second function walks every road, like the first.

/// See the stub.
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

/// See the stub.
pub fn dynamic_programming(
    _nodes: usize,
    edges: &[(usize, usize)],
    weight: &dyn Fn(usize) -> f64,
    from: usize,
    to: usize,
) -> f64 {
    sum_over_paths(edges, weight, from, to)
}
