//! The backward pass over a graph.
//!
//! A nudge of a node reaches the output through its consumers, and through nobody else. By the chain rule the adjoint
//! of the node is the sum, over the consumers, of the consumer's adjoint times the local derivative. Each consumer
//! brings its own part when its turn comes. In a topological order consumers have higher numbers. Going down, all of
//! them have had their turn before the node has its own, so what it hands on is complete.
//!
//! To discuss: the loop starts at `output` and not at the last node. Is that for speed only? What would happen if it
//! started at the last node? And the output's 1 is the derivative of the output by itself. What do you get if you
//! start with another number there, or with a number at two nodes?

/// The adjoint of every node: how fast the node `output` moves with it.
pub fn backward(inputs: &[Vec<(usize, f64)>], output: usize) -> Vec<f64> {
    let mut adjoint = vec![0.0; inputs.len()];
    adjoint[output] = 1.0;
    for node in (0..=output).rev() {
        for &(input, local) in &inputs[node] {
            adjoint[input] += adjoint[node] * local;
        }
    }
    adjoint
}
