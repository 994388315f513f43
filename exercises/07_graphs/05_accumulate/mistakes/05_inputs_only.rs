//! property: two_passes_double_every_number
//! Nodes without inputs add; inner nodes are overwritten.

/// See the stub.
pub fn accumulate(grad: &mut [f64], inputs: &[Vec<(usize, f64)>], output: usize) {
    let mut adjoint = vec![0.0; grad.len()];
    adjoint[output] = 1.0;
    for node in (0..=output).rev() {
        for &(input, local) in &inputs[node] {
            adjoint[input] += adjoint[node] * local;
        }
    }
    for (node, part) in adjoint.into_iter().enumerate() {
        if inputs[node].is_empty() {
            grad[node] += part;
        } else {
            grad[node] = part;
        }
    }
}

/// See the stub.
pub fn zero_grad(grad: &mut [f64]) {
    grad.fill(0.0);
}
