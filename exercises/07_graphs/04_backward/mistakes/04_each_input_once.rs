//! property: one_consumer_may_use_a_node_twice
//! Of two edges to the same input only the first is followed.

/// See the stub.
pub fn backward(inputs: &[Vec<(usize, f64)>], output: usize) -> Vec<f64> {
    let mut adjoint = vec![0.0; inputs.len()];
    adjoint[output] = 1.0;
    for node in (0..=output).rev() {
        let mut seen = Vec::new();
        for &(input, local) in &inputs[node] {
            if !seen.contains(&input) {
                seen.push(input);
                adjoint[input] += adjoint[node] * local;
            }
        }
    }
    adjoint
}
