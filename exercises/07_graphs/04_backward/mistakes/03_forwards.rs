//! mistake: part-left-zero
//! The nodes in the order of the forward pass: each hands on its 0 before anything arrived.

/// See the stub.
pub fn backward(inputs: &[Vec<(usize, f64)>], output: usize) -> Vec<f64> {
    let mut adjoint = vec![0.0; inputs.len()];
    adjoint[output] = 1.0;
    for node in 0..=output {
        for &(input, local) in &inputs[node] {
            adjoint[input] += adjoint[node] * local;
        }
    }
    adjoint
}
