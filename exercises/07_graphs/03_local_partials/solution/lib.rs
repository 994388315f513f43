//! The local derivatives of five operations.
//!
//! Hold `b`: then a + b and a − b are lines of slope 1 in `a`, and a · b is a line of slope `b`. Hold `a`: the slopes
//! in `b` are 1, −1 and `a`. A quotient is a · (1/b), so its rate by `a` is 1/b, and by `b` it is a · (−1/b²).
//!
//! To discuss: a backward pass uses these numbers and never the formula they came from. Which of the five operations
//! need a value of the forward pass for their local derivatives, and which do not? A framework that is short of
//! memory asks this question of every operation. And what would you store for `exp`, its input or its output?

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

/// How fast the result of `op` moves with each of its inputs.
pub fn local_partials(op: Op, x: &[f64]) -> Vec<f64> {
    match op {
        Op::Add => vec![1.0, 1.0],
        Op::Sub => vec![1.0, -1.0],
        Op::Mul => vec![x[1], x[0]],
        Op::Div => vec![1.0 / x[1], -x[0] / (x[1] * x[1])],
        Op::Sin => vec![x[0].cos()],
    }
}
