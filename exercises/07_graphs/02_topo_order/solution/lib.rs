//! A topological order, or a cycle.
//!
//! A node whose inputs are all placed can be placed next: it comes after them, whatever follows. If no node can be
//! placed and some are left, then each of these has an input that is left. Go from one to such an input, and on. The
//! nodes are finitely many, so one of them comes up again. From its first visit to its second the path is a cycle.
//!
//! To discuss: this looks for the next node among all of them, so n nodes may cost n² looks. Keep a count of missing
//! inputs for each node, and a list of those whose count is 0. What does it cost then? And why does a tape, which
//! records operations as they run, never need this function?

/// All nodes in a topological order. If there is none, the nodes of a cycle.
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
