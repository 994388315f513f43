//! mistake: added-along-path
//! Along a road the weights are added; the source is a note that says "upstream + local".

/// See the stub.
pub fn sum_over_paths(
    edges: &[(usize, usize)],
    weight: &dyn Fn(usize) -> f64,
    from: usize,
    to: usize,
) -> f64 {
    if from == to {
        return 0.0;
    }
    let leaving = edges.iter().enumerate().filter(|(_, edge)| edge.0 == from);
    leaving
        .map(|(k, edge)| weight(k) + sum_over_paths(edges, weight, edge.1, to))
        .sum()
}

/// See the stub.
pub fn dynamic_programming(
    nodes: usize,
    edges: &[(usize, usize)],
    weight: &dyn Fn(usize) -> f64,
    from: usize,
    to: usize,
) -> f64 {
    let mut arrived = vec![0.0; nodes];
    for (k, &(start, end)) in edges.iter().enumerate() {
        if start >= from {
            arrived[end] += arrived[start] + weight(k);
        }
    }
    arrived[to]
}
