//! property: zero_makes_it_the_first_time_again
//! `zero_grad` leaves everything in place.

/// See the stub.
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

/// See the stub.
pub fn zero_grad(grad: &mut [f64]) {
    let _ = grad;
}
