//! Gradients that add up from pass to pass.
//!
//! The adjoints of a pass live in a vector of their own, which starts at zero. Only when they are complete are they
//! added to `grad`. The derivative of L₁ + L₂ is the derivative of L₁ plus that of L₂. So `grad` holds, after any
//! passes, the derivative of the sum of their outputs, and twice the same output counts twice.
//!
//! To discuss: a batch too large for the memory is cut into parts, with a pass for each and one step at the end. Why
//! does that give the gradient of the whole batch, and what if its loss is a mean? Some people ask that `accumulate`
//! overwrite, because they forgot `zero_grad` once too often. What would they lose?

/// Walks back from `output`, and adds each node's adjoint to its number in `grad`.
pub fn accumulate(grad: &mut [f64], inputs: &[Vec<(usize, f64)>], output: usize) {
    let mut adjoint = vec![0.0; grad.len()];
    adjoint[output] = 1.0;
    for node in (0..=output).rev() {
        for &(input, local) in &inputs[node] {
            adjoint[input] += adjoint[node] * local;
        }
    }
    for (sum, part) in grad.iter_mut().zip(adjoint) {
        *sum += part;
    }
}

/// Forgets all passes.
pub fn zero_grad(grad: &mut [f64]) {
    grad.fill(0.0);
}
