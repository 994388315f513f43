//! mistake: always-zero

/// An operation of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// a + b
    Add,
    /// a − b
    Sub,
    /// a · b
    Mul,
    /// a / b
    Div,
    /// sin a
    Sin,
}

/// See the stub.
pub fn local_partials(_op: Op, x: &[f64]) -> Vec<f64> {
    vec![0.0; x.len()]
}
