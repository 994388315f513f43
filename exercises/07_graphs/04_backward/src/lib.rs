//! The backward pass over a graph: one number for each node, each edge used once.
//!
//! A graph is a list of nodes in topological order. All that a backward pass needs to know of a node is whom it uses,
//! and how fast it moves with each of them. So a node is a list of pairs `(input, local derivative)`. A node without
//! inputs has an empty list.
//!
//! The lesson's L = (ab + c) f at a = 2, b = −3, c = 10, f = −2, in the order a, b, c, f, e, d, L:
//!
//! | node | | list |
//! |---|---|---|
//! | 0 to 3 | a, b, c, f | empty |
//! | 4 | e = ab | (0, −3), (1, 2) |
//! | 5 | d = e + c | (4, 1), (2, 1) |
//! | 6 | L = df | (5, −2), (3, 4) |

/// The adjoint of every node: how fast the node `output` moves with it.
///
/// For the graph above and `output` 6 this is 6, −4, −2, 4, −2, −2, 1.
pub fn backward(inputs: &[Vec<(usize, f64)>], output: usize) -> Vec<f64> {
    todo!(
        "one adjoint for each of {} nodes, where node {output} is the output",
        inputs.len()
    )
}
