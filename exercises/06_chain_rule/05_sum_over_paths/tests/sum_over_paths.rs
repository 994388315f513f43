//! Sums over roads: checked as derivatives of a program, against powers of a matrix, and by counting look-ups.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a planted mistake is an answer of its own"
)]

use nalgebra::DMatrix;
use pencilgrad::strategies::{self, holds, same};
use pencilgrad::{check, sample};
use std::cell::Cell;
use sum_over_paths::{dynamic_programming, sum_over_paths};

#[path = "../mistakes/01_added_along_path.rs"]
mod added_along_path;
#[path = "../mistakes/03_first_road_only.rs"]
mod first_road_only;
#[path = "../mistakes/02_last_write.rs"]
mod last_write;

/// Diamonds in a row: 4 edges and 3 new nodes each.
fn ladder(diamonds: usize) -> Vec<(usize, usize)> {
    let diamond = |k| {
        [
            (3 * k, 3 * k + 1),
            (3 * k, 3 * k + 2),
            (3 * k + 1, 3 * k + 3),
            (3 * k + 2, 3 * k + 3),
        ]
    };
    (0..diamonds).flat_map(diamond).collect()
}

/// Two diamonds as a program: y = x² · sin x, then z = y² · cos y.
fn program(x: f64) -> f64 {
    let y = x * x * x.sin();
    y * y * y.cos()
}

/// The local derivatives of the program, edge by edge.
fn local_derivatives(x: f64) -> [f64; 8] {
    let (a, b) = (x * x, x.sin());
    let y = a * b;
    let (c, d) = (y * y, y.cos());
    [2.0 * x, x.cos(), b, a, 2.0 * y, -y.sin(), d, c]
}

// Two diamonds, written as a program. With local derivatives for weights the sum over the roads is its derivative,
// and nudging the program must give the same number.
#[test]
fn both_give_the_derivative() {
    let edges = ladder(2);
    check::derivative(program, |x| {
        let local = local_derivatives(x);
        sum_over_paths(&edges, &|k| local[k], 0, 6)
    })
    .named("sum_over_paths on y = x² sin x, z = y² cos y")
    .suspect("added-along-path", |x| {
        let local = local_derivatives(x);
        added_along_path::sum_over_paths(&edges, &|k| local[k], 0, 6)
    })
    .suspect("one-path-only", |x| {
        let local = local_derivatives(x);
        first_road_only::sum_over_paths(&edges, &|k| local[k], 0, 6)
    })
    .at_each(sample::numbers_between(-1.5, 1.5, 32, 6))
    .assert();
    check::derivative(program, |x| {
        let local = local_derivatives(x);
        dynamic_programming(7, &edges, &|k| local[k], 0, 6)
    })
    .named("dynamic_programming on y = x² sin x, z = y² cos y")
    .suspect("added-along-path", |x| {
        let local = local_derivatives(x);
        added_along_path::dynamic_programming(7, &edges, &|k| local[k], 0, 6)
    })
    .suspect("last-write-wins", |x| {
        let local = local_derivatives(x);
        last_write::dynamic_programming(7, &edges, &|k| local[k], 0, 6)
    })
    .suspect("one-path-only", |x| {
        let local = local_derivatives(x);
        first_road_only::dynamic_programming(7, &edges, &|k| local[k], 0, 6)
    })
    .at_each(sample::numbers_between(-1.5, 1.5, 32, 6))
    .assert();
}

/// All edges between 5 nodes, each to a higher number.
fn complete() -> Vec<(usize, usize)> {
    (0..5)
        .flat_map(|from| (from + 1..5).map(move |to| (from, to)))
        .collect()
}

// A road of two edges from a to b passes some node c: its worth is W[a, c] W[c, b], and the sum over c is an entry of
// W². So the powers of W sort all roads by their length. I stands for the road without edges.
#[test]
fn both_agree_with_the_matrix() {
    strategies::property(
        "For all weights W of 10 edges: the sum over the roads is an entry of I + W + W² + W³ + W⁴",
        strategies::halves(10),
        |weights| {
            let edges = complete();
            let mut one_edge = DMatrix::zeros(5, 5);
            for (&(from, to), &weight) in edges.iter().zip(&weights) {
                one_edge[(from, to)] = weight;
            }
            let roads = (0..5)
                .map(|length| one_edge.pow(length))
                .fold(DMatrix::zeros(5, 5), |sum, power| sum + power);
            let weight = |k: usize| weights[k];
            for (from, to) in (0..5).flat_map(|from| (0..5).map(move |to| (from, to))) {
                let walked = sum_over_paths(&edges, &weight, from, to);
                let carried = dynamic_programming(5, &edges, &weight, from, to);
                let entry = format!("entry ({from}, {to})");
                same(
                    &format!("sum_over_paths from {from} to {to}"),
                    walked,
                    &entry,
                    roads[(from, to)],
                )?;
                same(
                    &format!("dynamic_programming from {from} to {to}"),
                    carried,
                    &entry,
                    roads[(from, to)],
                )?;
            }
            Ok(())
        },
    )
    .names(["weights"])
    .assert();
}

// With weights 1 each road is worth 1, so the sum counts them: 2, 4, 8, … up to 1,024 for ten diamonds.
#[test]
fn weights_of_one_count_the_roads() {
    strategies::property(
        "For every number of diamonds in a row, with weights 1, the sum counts the roads",
        1..=10_usize,
        |diamonds| {
            let (edges, end) = (ladder(diamonds), 3 * diamonds);
            let roads = f64::from(1_u32 << diamonds);
            let walked = sum_over_paths(&edges, &|_| 1.0, 0, end);
            let carried = dynamic_programming(end + 1, &edges, &|_| 1.0, 0, end);
            same("sum_over_paths", walked, "the number of roads", roads)?;
            same("dynamic_programming", carried, "the number of roads", roads)
        },
    )
    .names(["diamonds"])
    .assert();
}

// Twelve diamonds have 4,096 roads and 48 edges. Whoever keeps one number for each node needs 48 look-ups.
#[test]
fn each_edge_is_used_at_most_once() {
    strategies::property(
        "For every number of diamonds: dynamic_programming looks up each weight once at most",
        1..=12_usize,
        |diamonds| {
            let (edges, end) = (ladder(diamonds), 3 * diamonds);
            let looked_up = Cell::new(0);
            let weight = |_| {
                looked_up.set(looked_up.get() + 1);
                1.0
            };
            dynamic_programming(end + 1, &edges, &weight, 0, end);
            let (looked_up, edges) = (looked_up.get(), edges.len());
            let what = format!("{looked_up} look-ups for {diamonds} diamonds, at most {edges}");
            holds(what, looked_up <= edges)
        },
    )
    .names(["diamonds"])
    .assert();
}
