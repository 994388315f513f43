//! property: every_node_comes_after_its_inputs
//! The nodes in the order of their numbers.

/// See the stub.
pub fn topo_order(inputs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    Ok((0..inputs.len()).collect())
}
