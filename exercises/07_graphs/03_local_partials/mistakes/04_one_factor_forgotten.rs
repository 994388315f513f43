//! property: a_product_does_not_care_who_comes_first
//! The second factor gets 1, as in a sum.

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
pub fn local_partials(op: Op, x: &[f64]) -> Vec<f64> {
    match op {
        Op::Add => vec![1.0, 1.0],
        Op::Sub => vec![1.0, -1.0],
        Op::Mul => vec![x[1], 1.0],
        Op::Div => vec![1.0 / x[1], -x[0] / (x[1] * x[1])],
        Op::Sin => vec![x[0].cos()],
    }
}
