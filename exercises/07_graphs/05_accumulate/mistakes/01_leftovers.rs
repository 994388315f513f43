//! property: two_passes_double_every_number
//! The walk happens in `grad` itself, so what is left from the last pass is handed on again.

/// See the stub.
pub fn accumulate(grad: &mut [f64], inputs: &[Vec<(usize, f64)>], output: usize) {
    grad[output] = 1.0;
    for node in (0..=output).rev() {
        for &(input, local) in &inputs[node] {
            grad[input] += grad[node] * local;
        }
    }
}

/// See the stub.
pub fn zero_grad(grad: &mut [f64]) {
    grad.fill(0.0);
}
