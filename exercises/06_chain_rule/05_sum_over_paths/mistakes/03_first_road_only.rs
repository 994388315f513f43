//! mistake: one-path-only
//! At each node only the first edge is followed.

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
    match edges.iter().position(|edge| edge.0 == from) {
        Some(k) => weight(k) * sum_over_paths(edges, weight, edges[k].1, to),
        None => 0.0,
    }
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
    arrived[from] = 1.0;
    let mut left = vec![false; nodes];
    for (k, &(start, end)) in edges.iter().enumerate() {
        if !left[start] {
            left[start] = true;
            arrived[end] = arrived[start] * weight(k);
        }
    }
    arrived[to]
}
