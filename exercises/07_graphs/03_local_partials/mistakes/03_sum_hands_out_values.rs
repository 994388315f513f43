//! property: a_sum_does_not_look_at_its_inputs
//! A sum answers with its inputs, like a product.

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
        Op::Add => vec![x[1], x[0]],
        Op::Sub => vec![1.0, -1.0],
        Op::Mul => vec![x[1], x[0]],
        Op::Div => vec![1.0 / x[1], -x[0] / (x[1] * x[1])],
        Op::Sin => vec![x[0].cos()],
    }
}
