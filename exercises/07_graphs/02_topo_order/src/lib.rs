//! A topological order: each node after its inputs. Or the reason why there is none.

/// All nodes in a topological order. If there is none, the nodes of a cycle.
///
/// `inputs[k]` are the nodes that node `k` uses. A node may be listed twice, as in x · x.
///
/// A cycle is given so that each node is followed by one of its inputs, and the last one by the first.
///
/// | inputs of 0, 1, 2 | answer |
/// |---|---|
/// | none; 0; 0 and 1 | `Ok([0, 1, 2])`, the only order |
/// | 2; none; 0 | `Err([0, 2])` or `Err([2, 0])`: they wait for each other |
/// | none; 1; 0 | `Err([1])`: it waits for itself |
pub fn topo_order(inputs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    todo!("an order of {} nodes, or a cycle", inputs.len())
}
