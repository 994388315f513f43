//! One pass is a gradient; what several passes leave behind is a sum.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a planted mistake is an answer of its own"
)]

use accumulate::{accumulate, zero_grad};
use pencilgrad::strategies::{halves, property, same};
use pencilgrad::{check, sample};

#[path = "../mistakes/04_last_write.rs"]
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

/// What is in `grad` after passes from these outputs.
fn after(graph: &[Vec<(usize, f64)>], outputs: &[usize]) -> Vec<f64> {
    let mut grad = vec![0.0; graph.len()];
    for &output in outputs {
        accumulate(&mut grad, graph, output);
    }
    grad
}

// From zero, one pass leaves the derivative in `grad`. Two numbers arrive at x, and both count.
#[test]
fn one_pass_agrees_with_nudging() {
    check::derivative(
        |x| x * x * x.sin(),
        |x| after(&square_times_sine(x), &[3])[0],
    )
    .named("grad of x after one pass over x² sin x")
    .suspect("last-write-wins", |x| {
        let mut grad = [0.0; 4];
        last_write::accumulate(&mut grad, &square_times_sine(x), 3);
        grad[0]
    })
    .at_each(sample::numbers(32, 7))
    .assert();
}

// The second pass finds what the first one found, and adds it: at inputs, at inner nodes, and at the output.
#[test]
fn two_passes_double_every_number() {
    property(
        "After two passes every node holds twice what it holds after one",
        halves(10),
        |weights| {
            let graph = five_and_a_sum(&weights);
            let (once, twice) = (after(&graph, &[5]), after(&graph, &[5, 5]));
            for node in 0..6 {
                same(
                    &format!("node {node} after two passes"),
                    twice[node],
                    "twice that after one",
                    2.0 * once[node],
                )?;
            }
            Ok(())
        },
    )
    .names(["the local derivatives"])
    .assert();
}

// This is what the adding is for: walk back from one output and then from another, and `grad` holds the derivative
// of their sum. Node 5 is the sum of the nodes 3 and 4, so a single pass from it must say the same.
#[test]
fn passes_from_two_outputs_add() {
    property(
        "Passes from two nodes leave what one pass from their sum leaves",
        halves(10),
        |weights| {
            let graph = five_and_a_sum(&weights);
            let (two, one) = (after(&graph, &[3, 4]), after(&graph, &[5]));
            for node in 0..5 {
                same(
                    &format!("node {node} after passes from 3 and 4"),
                    two[node],
                    "after one pass from their sum",
                    one[node],
                )?;
            }
            Ok(())
        },
    )
    .names(["the local derivatives"])
    .assert();
}

// Set to zero, and the next pass is a first pass. Doing so twice changes nothing.
#[test]
fn zero_makes_it_the_first_time_again() {
    property(
        "After zero_grad a pass leaves what the first pass left",
        halves(10),
        |weights| {
            let graph = five_and_a_sum(&weights);
            let first = after(&graph, &[5]);
            let mut grad = after(&graph, &[5, 4]);
            for _ in 0..2 {
                zero_grad(&mut grad);
            }
            same(
                "grad after zero_grad",
                grad.clone(),
                "a fresh one",
                vec![0.0; 6],
            )?;
            accumulate(&mut grad, &graph, 5);
            same("grad after one more pass", grad, "after the first", first)
        },
    )
    .names(["the local derivatives"])
    .assert();
}
