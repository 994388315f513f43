//! property: passes_from_two_outputs_add
//! The pass replaces what was there.

/// See the stub.
pub fn accumulate(grad: &mut [f64], inputs: &[Vec<(usize, f64)>], output: usize) {
    let mut adjoint = vec![0.0; inputs.len()];
    adjoint[output] = 1.0;
    for node in (0..=output).rev() {
        for &(input, local) in &inputs[node] {
            adjoint[input] += adjoint[node] * local;
        }
    }
    grad.copy_from_slice(&adjoint);
}

/// See the stub.
pub fn zero_grad(grad: &mut [f64]) {
    grad.fill(0.0);
}
