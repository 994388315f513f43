//! property: what_does_not_reach_the_output_gets_zero
//! Every node starts with 1 if nobody uses it, and the output as well.

/// See the stub.
pub fn backward(inputs: &[Vec<(usize, f64)>], output: usize) -> Vec<f64> {
    let used = |node: usize| inputs.iter().flatten().any(|edge| edge.0 == node);
    let start = |node| f64::from(u8::from(node == output || !used(node)));
    let mut adjoint: Vec<f64> = (0..inputs.len()).map(start).collect();
    for node in (0..inputs.len()).rev() {
        for &(input, local) in &inputs[node] {
            adjoint[input] += adjoint[node] * local;
        }
    }
    adjoint
}
