//! property: the_error_names_a_cycle
//! The error lists all nodes that are left, those that only wait for the cycle too.

/// See the stub.
pub fn topo_order(inputs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    let mut order = Vec::new();
    let mut placed = vec![false; inputs.len()];
    let ready = |placed: &[bool], node: usize| {
        !placed[node] && inputs[node].iter().all(|&input| placed[input])
    };
    while let Some(node) = (0..inputs.len()).find(|&node| ready(&placed, node)) {
        placed[node] = true;
        order.push(node);
    }
    match placed.iter().position(|placed| !placed) {
        None => Ok(order),
        Some(_) => Err((0..inputs.len()).filter(|&node| !placed[node]).collect()),
    }
}
