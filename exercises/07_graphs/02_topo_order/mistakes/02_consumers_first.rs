//! property: every_node_comes_after_its_inputs
//! The right order, backwards.

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
        None => Ok(order.into_iter().rev().collect()),
        Some(start) => Err(cycle(inputs, &placed, start)),
    }
}

/// From a node that waits, from input to waiting input, until a node comes up a second time.
fn cycle(inputs: &[Vec<usize>], placed: &[bool], start: usize) -> Vec<usize> {
    let mut path = vec![start];
    loop {
        let last = path[path.len() - 1];
        let waiting = inputs[last].iter().find(|&&input| !placed[input]);
        let next = *waiting.expect("it waits for a node that is not placed");
        if let Some(first) = path.iter().position(|&node| node == next) {
            return path.split_off(first);
        }
        path.push(next);
    }
}
