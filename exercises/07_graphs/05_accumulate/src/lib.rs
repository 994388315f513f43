//! Gradients that add up from pass to pass, and the way to begin anew.
//!
//! A graph is a list of nodes in topological order. A node is the list of whom it uses: pairs
//! `(input, local derivative)`. For each node there is a number in `grad`, which outlives the pass.
//!
//! The graph of L = (ab + c) f has the nodes a, b, c, f, e, d, L. In the lesson's example:
//!
//! | | a | b | c | f | e | d | L |
//! |---|---|---|---|---|---|---|---|
//! | `grad` at first | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
//! | after one pass | 6 | −4 | −2 | 4 | −2 | −2 | 1 |
//! | after another | 12 | −8 | −4 | 8 | −4 | −4 | 2 |
//! | after `zero_grad` | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

/// Walks back from `output`, and adds each node's adjoint to its number in `grad`.
pub fn accumulate(grad: &mut [f64], inputs: &[Vec<(usize, f64)>], output: usize) {
    todo!(
        "add the adjoints for output {output} of {} nodes to grad, which holds {grad:?}",
        inputs.len()
    )
}

/// Forgets all passes.
pub fn zero_grad(grad: &mut [f64]) {
    todo!("begin anew: grad holds {grad:?}")
}
