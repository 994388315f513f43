//! A numerical gradient: checked against the rules, by its cost, and by what any gradient must do.

use numeric_gradient::numeric_gradient;
use pencilgrad::strategies::{half, halves, holds, property, same_within};
use std::cell::Cell;

/// What the task allows.
const TOLERANCE: f64 = 1e-5;

fn f(x: &[f64]) -> f64 {
    x[0] * x[0] * x[1] + x[2].sin()
}

fn g(x: &[f64]) -> f64 {
    x[0] * x[1] * x[2] - 2.0 * x[2]
}

// The rules of lesson 2, with the other letters held: x² y + sin z has the slopes 2xy, x² and cos z.
#[test]
fn agrees_with_the_rules() {
    property(
        "The numerical gradient of x² y + sin z is its gradient",
        halves(3),
        |x| {
            let by_rules = vec![2.0 * x[0] * x[1], x[0] * x[0], x[2].cos()];
            same_within(
                "yours",
                numeric_gradient(f, &x),
                "by the rules it",
                by_rules,
                TOLERANCE,
            )
        },
    )
    .names(["(x, y, z)"])
    .assert();
}

// Every evaluation may be a full run of a network. n + 1 are needed at least, 2n are enough.
#[test]
fn few_evaluations() {
    property(
        "With n entries f is evaluated at least n + 1 times and at most 2n times",
        2..=12_usize,
        |n| {
            let calls = Cell::new(0);
            let counted = |x: &[f64]| {
                calls.set(calls.get() + 1);
                x.iter().map(|v| v * v).sum()
            };
            numeric_gradient(counted, &vec![1.0; n]);
            let calls = calls.get();
            let what = format!(
                "{calls} evaluations for {n} entries, from {} to {}",
                n + 1,
                2 * n
            );
            holds(what, (n + 1..=2 * n).contains(&calls))
        },
    )
    .names(["n"])
    .assert();
}

// A derivative of a sum is the sum of the derivatives, and that holds for each entry.
#[test]
fn a_sum_of_functions() {
    property(
        "The gradient of f + g is the gradient of f plus the gradient of g",
        halves(3),
        |x| {
            let apart = numeric_gradient(f, &x)
                .into_iter()
                .zip(numeric_gradient(g, &x));
            same_within(
                "yours for f + g",
                numeric_gradient(|x| f(x) + g(x), &x),
                "yours for f, plus yours for g,",
                apart.map(|(f, g)| f + g).collect::<Vec<f64>>(),
                TOLERANCE,
            )
        },
    )
    .names(["x"])
    .assert();
}

// The order of the entries is the order of the inputs. Swap two inputs, and the same two slopes are swapped.
#[test]
fn swapped_inputs() {
    property(
        "If two inputs of f are swapped, so are the two entries of the gradient",
        (half(), half()),
        |(x, y)| {
            let area = |x: &[f64]| x[0] * x[0] * x[1];
            let swapped = |x: &[f64]| area(&[x[1], x[0]]);
            let mut there = numeric_gradient(area, &[x, y]);
            there.reverse();
            let here = numeric_gradient(swapped, &[y, x]);
            same_within(
                "yours for f(y, x)",
                here,
                "yours for f(x, y), swapped,",
                there,
                TOLERANCE,
            )
        },
    )
    .names(["x", "y"])
    .assert();
}
