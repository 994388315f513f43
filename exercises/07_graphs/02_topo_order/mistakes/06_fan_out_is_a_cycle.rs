//! property: a_graph_that_can_be_run_has_an_order
//! A node that is met a second time is taken for a cycle; it may only have two consumers.

/// See the stub.
pub fn topo_order(inputs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    let mut seen = vec![false; inputs.len()];
    for &input in inputs.iter().flatten() {
        if seen[input] {
            return Err(vec![input]);
        }
        seen[input] = true;
    }
    Ok((0..inputs.len()).collect())
}
