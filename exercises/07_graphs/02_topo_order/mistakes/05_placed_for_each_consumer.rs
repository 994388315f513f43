//! property: every_node_comes_once
//! Each node is preceded by its inputs, and a node with two consumers is placed twice.

/// See the stub.
pub fn topo_order(inputs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    fn place(inputs: &[Vec<usize>], node: usize, path: &[usize], order: &mut Vec<usize>) -> bool {
        if path.contains(&node) {
            return false;
        }
        let path = [path, &[node][..]].concat();
        let done = inputs[node]
            .iter()
            .all(|&input| place(inputs, input, &path, order));
        order.push(node);
        done
    }
    let mut order = Vec::new();
    for node in 0..inputs.len() {
        if !place(inputs, node, &[], &mut order) {
            return Err(vec![node]);
        }
    }
    Ok(order)
}
