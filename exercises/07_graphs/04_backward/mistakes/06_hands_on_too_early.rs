//! property: the_gradient_of_a_sum_is_the_sum_of_the_gradients
//! Nodes are visited as they are found, each once: some hand on before all their consumers have spoken.

/// See the stub.
pub fn backward(inputs: &[Vec<(usize, f64)>], output: usize) -> Vec<f64> {
    let mut adjoint = vec![0.0; inputs.len()];
    adjoint[output] = 1.0;
    let mut found = vec![output];
    let mut next = 0;
    while next < found.len() {
        let node = found[next];
        next += 1;
        for &(input, local) in &inputs[node] {
            adjoint[input] += adjoint[node] * local;
            if !found.contains(&input) {
                found.push(input);
            }
        }
    }
    adjoint
}
