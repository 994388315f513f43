//! property: every_node_comes_once

/// See the stub.
pub fn topo_order(_inputs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    Ok(Vec::new())
}
