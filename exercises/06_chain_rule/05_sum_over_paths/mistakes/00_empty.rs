//! mistake: always-zero
//! Zero, whatever the graph is.

/// See the stub.
pub fn sum_over_paths(
    _edges: &[(usize, usize)],
    _weight: &dyn Fn(usize) -> f64,
    _from: usize,
    _to: usize,
) -> f64 {
    0.0
}

/// See the stub.
pub fn dynamic_programming(
    _nodes: usize,
    _edges: &[(usize, usize)],
    _weight: &dyn Fn(usize) -> f64,
    _from: usize,
    _to: usize,
) -> f64 {
    0.0
}
