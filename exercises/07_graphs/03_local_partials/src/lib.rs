//! The local derivatives of five operations: all that a backward pass ever asks of an operation.

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

/// How fast the result of `op` moves with each of its inputs `x`, while the others stand still.
///
/// One number for each input, in their order.
///
/// | operation | inputs | local derivatives |
/// |---|---|---|
/// | a · b | 2, −3 | −3, 2 |
/// | a + b | −6, 10 | 1, 1 |
/// | a / b | 6, 2 | 0.5, −1.5 |
pub fn local_partials(op: Op, x: &[f64]) -> Vec<f64> {
    todo!("the local derivatives of {op:?} at {x:?}, one for each input")
}
