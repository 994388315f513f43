//! The walk back: nudged on two programs, and held to three sentences that are true of every graph.

#![allow(unreachable_pub, reason = "a planted mistake is an answer of its own")]

use backward::backward;
use pencilgrad::strategies::{halves, holds, property, same};
use pencilgrad::{check, sample};

#[path = "../mistakes/02_added_along_path.rs"]
mod added_along_path;
#[path = "../mistakes/01_last_write.rs"]
mod last_write;

/// x² sin x as a graph: node 0 is x, 1 the square, 2 the sine, 3 their product.
fn square_times_sine(x: f64) -> Vec<Vec<(usize, f64)>> {
    vec![
        vec![],
        vec![(0, 2.0 * x)],
        vec![(0, x.cos())],
        vec![(1, x.sin()), (2, x * x)],
    ]
}

/// Five nodes, each of which uses all earlier ones, and node 5, the sum of the nodes 3 and 4.
fn five_and_a_sum(weights: &[f64]) -> Vec<Vec<(usize, f64)>> {
    let mut rest = weights.iter();
    let mut graph: Vec<Vec<(usize, f64)>> = (0..5)
        .map(|node| (0..node).zip(rest.by_ref().copied()).collect())
        .collect();
    graph.push(vec![(3, 1.0), (4, 1.0)]);
    graph
}

/// (ab + c) f as a graph: a, b, c, f, then e = ab, d = e + c and L = df.
fn lesson(x: &[f64]) -> Vec<Vec<(usize, f64)>> {
    let &[a, b, c, f] = x else {
        unreachable!("four inputs")
    };
    let inputs = vec![vec![]; 4];
    let steps = [
        vec![(0, b), (1, a)],
        vec![(4, 1.0), (2, 1.0)],
        vec![(5, f), (3, a * b + c)],
    ];
    inputs.into_iter().chain(steps).collect()
}

// First a graph without fan-out, the one of the lesson. Then x² sin x, where two numbers arrive at x.
#[test]
fn agrees_with_nudging() {
    check::gradient(
        |x: &[f64]| (x[0] * x[1] + x[2]) * x[3],
        |x| backward(&lesson(x), 6)[..4].to_vec(),
    )
    .named("backward on L = (ab + c) f, nodes a, b, c, f")
    .suspect("added-along-path", |x| {
        added_along_path::backward(&lesson(x), 6)[..4].to_vec()
    })
    .at_each(sample::halves(4, 32, 7))
    .assert();
    check::derivative(
        |x| x * x * x.sin(),
        |x| backward(&square_times_sine(x), 3)[0],
    )
    .named("backward on x² sin x, node x")
    .suspect("last-write-wins", |x| {
        last_write::backward(&square_times_sine(x), 3)[0]
    })
    .at_each(sample::numbers(32, 7))
    .assert();
}

// In x + x and in x · x one node uses x twice: two edges, and each of them hands something over.
#[test]
fn one_consumer_may_use_a_node_twice() {
    property(
        "Two edges from x to the same node both count",
        halves(2),
        |rates| {
            let (p, q) = (rates[0], rates[1]);
            let graph = [vec![], vec![(0, p), (0, q)]];
            same(
                "your adjoint of x",
                backward(&graph, 1)[0],
                "the sum of the local derivatives",
                p + q,
            )
        },
    )
    .names(["local derivatives"])
    .assert();
}

// Node 5 is the sum of the nodes 3 and 4. A nudge anywhere moves it as far as both of them together.
//
// Here every node has several consumers, so a node that hands on before all of them have spoken is found out.
#[test]
fn the_gradient_of_a_sum_is_the_sum_of_the_gradients() {
    property(
        "The adjoints for a sum of two nodes are the adjoints for the one plus those for the other",
        halves(10),
        |weights| {
            let graph = five_and_a_sum(&weights);
            let (sum, one, other) = (
                backward(&graph, 5),
                backward(&graph, 3),
                backward(&graph, 4),
            );
            for node in 0..5 {
                same(
                    &format!("node {node} for the sum"),
                    sum[node],
                    "for the one plus for the other",
                    one[node] + other[node],
                )?;
            }
            Ok(())
        },
    )
    .names(["the local derivatives"])
    .assert();
}

// With node 3 as the output, nothing leads from the nodes 4 and 5 to it. And a node that nobody uses has no say
// either.
#[test]
fn what_does_not_reach_the_output_gets_zero() {
    property(
        "A node from which no road leads to the output has the adjoint 0",
        halves(10),
        |weights| {
            let mut graph = five_and_a_sum(&weights);
            graph.insert(0, vec![]);
            for edges in &mut graph {
                for edge in edges {
                    edge.0 += 1;
                }
            }
            let adjoint = backward(&graph, 4);
            for node in [0, 5, 6] {
                holds(
                    format!(
                        "node {node} does not reach node 4, and yours is {}",
                        adjoint[node]
                    ),
                    adjoint[node].abs() < 1e-12,
                )?;
            }
            holds(
                format!(
                    "the output itself has the adjoint 1, yours is {}",
                    adjoint[4]
                ),
                (adjoint[4] - 1.0).abs() < 1e-12,
            )
        },
    )
    .names(["the local derivatives"])
    .assert();
}
