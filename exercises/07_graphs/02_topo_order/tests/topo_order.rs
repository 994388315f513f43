//! An order has every node once, each after its inputs; a cycle leads back to where it began.

use pencilgrad::strategies::{Difference, holds, property};
use topo_order::topo_order;

/// Five nodes under shuffled numbers. There are ten ways in which a node may use an earlier one, and ten bits say which.
fn graph(bits: u32) -> Vec<Vec<usize>> {
    let number = |place: usize| (place * 2 + 3) % 5;
    let mut inputs = vec![Vec::new(); 5];
    let mut bit = 0;
    for place in 0..5 {
        for earlier in 0..place {
            if bits >> bit & 1 == 1 {
                inputs[number(place)].push(number(earlier));
            }
            bit += 1;
        }
    }
    inputs
}

/// The same with three more edges, which close a cycle.
fn with_cycle(bits: u32) -> Vec<Vec<usize>> {
    let mut inputs = graph(bits);
    inputs[4].push(1);
    inputs[1].push(3);
    inputs[3].push(4);
    inputs
}

/// The order that was given for a graph that has one.
fn order(inputs: &[Vec<usize>]) -> Result<Vec<usize>, Difference> {
    let answer = topo_order(inputs);
    holds(
        format!("the inputs {inputs:?} have an order, you answered {answer:?}"),
        answer.is_ok(),
    )?;
    Ok(answer.unwrap_or_default())
}

// A graph whose edges all lead from an earlier place to a later one has an order: that of the places.
#[test]
fn a_graph_that_can_be_run_has_an_order() {
    property(
        "A graph without a cycle has an order",
        0..1024_u32,
        |bits| order(&graph(bits)).map(|_| ()),
    )
    .names(["graph"])
    .assert();
}

// Whoever computes the nodes in this order finds the inputs of each of them there.
#[test]
fn every_node_comes_after_its_inputs() {
    property(
        "In the order each node stands after its inputs",
        0..1024_u32,
        |bits| {
            let inputs = graph(bits);
            let order = order(&inputs)?;
            let place = |node| order.iter().position(|&other| other == node);
            for (node, used) in inputs.iter().enumerate() {
                for &input in used {
                    holds(
                        format!("node {node} uses node {input}, and your order is {order:?}"),
                        place(input) < place(node),
                    )?;
                }
            }
            Ok(())
        },
    )
    .names(["graph"])
    .assert();
}

// No node is forgotten, not even one that nobody uses, and none is computed twice.
#[test]
fn every_node_comes_once() {
    property(
        "The order has each of the 5 nodes exactly once",
        0..1024_u32,
        |bits| {
            let order = order(&graph(bits))?;
            let mut sorted = order.clone();
            sorted.sort_unstable();
            holds(
                format!("your order is {order:?}"),
                sorted == [0, 1, 2, 3, 4],
            )
        },
    )
    .names(["graph"])
    .assert();
}

// Whoever reads the error can walk along it: each node uses the next one, and the last uses the first.
#[test]
fn the_error_names_a_cycle() {
    property(
        "With a cycle the error lists its nodes, each followed by one of its inputs",
        0..1024_u32,
        |bits| {
            let inputs = with_cycle(bits);
            let answer = topo_order(&inputs);
            let what = format!("for the inputs {inputs:?} you answered {answer:?}");
            let is_cycle = |nodes: &[usize]| {
                let next = nodes.iter().cycle().skip(1);
                !nodes.is_empty()
                    && (nodes.iter().zip(next)).all(|(&node, input)| inputs[node].contains(input))
            };
            holds(what, answer.is_err_and(|nodes| is_cycle(&nodes)))
        },
    )
    .names(["graph"])
    .assert();
}
