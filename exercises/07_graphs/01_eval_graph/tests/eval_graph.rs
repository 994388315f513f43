//! One graph, several orders, the same values.

use eval_graph::{Node, eval_graph};
use pencilgrad::strategies::{example, half, halves, property, same};

/// L = (ab + c) f, with the nodes in the order a, b, c, f, e = ab, d = e + c, L = df.
fn lesson(x: &[f64]) -> Vec<Node> {
    let inputs = x.iter().map(|&value| Node::Input(value));
    let steps = [Node::Mul(0, 1), Node::Add(4, 2), Node::Mul(5, 3)];
    inputs.chain(steps).collect()
}

// The numbers of the lesson, node by node.
#[test]
fn the_example_of_the_lesson() {
    example("The graph of L = (ab + c) f at (2, -3, 10, -2)", || {
        same(
            "your values of a, b, c, f, e, d, L",
            eval_graph(&lesson(&[2.0, -3.0, 10.0, -2.0]), &[0, 1, 2, 3, 4, 5, 6]),
            "the lesson's",
            vec![2.0, -3.0, 10.0, -2.0, -6.0, 4.0, -8.0],
        )
    })
    .assert();
}

// A node's value depends on its inputs. What is computed between them and the node does not matter.
//
// In the second graph the nodes have other numbers, and node 0 is the last one that can be computed.
#[test]
fn any_topological_order_gives_the_same() {
    property(
        "Every topological order of L = (ab + c) f gives the same values",
        halves(4),
        |x| {
            let result = (x[0] * x[1] + x[2]) * x[3];
            for order in [
                [0, 1, 2, 3, 4, 5, 6],
                [3, 1, 0, 4, 2, 5, 6],
                [2, 1, 0, 4, 5, 3, 6],
            ] {
                same(
                    &format!("L in the order {order:?}"),
                    eval_graph(&lesson(&x), &order)[6],
                    "(ab + c) f",
                    result,
                )?;
            }
            let mut renumbered = vec![Node::Mul(1, 6), Node::Add(2, 5), Node::Mul(3, 4)];
            renumbered.extend(x.iter().map(|&value| Node::Input(value)));
            same(
                "L with the nodes numbered from the end",
                eval_graph(&renumbered, &[3, 4, 2, 5, 1, 6, 0])[0],
                "(ab + c) f",
                result,
            )
        },
    )
    .names(["a, b, c, f"])
    .assert();
}

// A node without consumers changes no other node. It may stand in the order, or be left out of it.
#[test]
fn what_nobody_uses_does_not_matter() {
    property(
        "An unused node changes no other value, whether it is computed or not",
        half(),
        |x| {
            let nodes = [
                Node::Input(x),
                Node::Sin(0),
                Node::Add(0, 0),
                Node::Mul(0, 2),
            ];
            let with = eval_graph(&nodes, &[0, 1, 2, 3]);
            let without = eval_graph(&nodes, &[0, 2, 3]);
            same("the unused sine", with[1], "sin x", x.sin())?;
            same(
                "the unused sine, left out of the order",
                without[1],
                "a node that was not computed",
                0.0,
            )?;
            for values in [with, without] {
                same("x · (x + x)", values[3], "2x²", 2.0 * x * x)?;
            }
            Ok(())
        },
    )
    .names(["x"])
    .assert();
}
