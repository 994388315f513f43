//! The way back, and how fast it is.

#![allow(unreachable_pub, reason = "a planted mistake is an answer of its own")]

use inverse_derivative::inverse_derivative;
use pencilgrad::strategies::{half, positive_half, property, same};
use pencilgrad::{check, sample};

#[path = "../mistakes/01_at_y.rs"]
mod at_y;
#[path = "../mistakes/04_reciprocal_function.rs"]
mod reciprocal_function;

fn twice(x: f64) -> f64 {
    2.0 * x
}

// If f makes things six times as large near 3, the way back makes them six times smaller near 9.
#[test]
fn rates_multiply_to_one() {
    property(
        "The rate there times the rate back is 1, here for x² and its root",
        positive_half(),
        |x| {
            let back = inverse_derivative(twice, f64::sqrt, x * x);
            same(
                &format!(
                    "your rate back at {} times {}, the rate at {x}",
                    x * x,
                    twice(x)
                ),
                back * twice(x),
                "there and back",
                1.0,
            )
        },
    )
    .assert();
    property(
        "The rate there times the rate back is 1, here for 4x + 1",
        half(),
        |x| {
            let back = inverse_derivative(|_| 4.0, |y| (y - 1.0) / 4.0, 4.0 * x + 1.0);
            same(
                &format!("your rate back at {} times 4", 4.0 * x + 1.0),
                back * 4.0,
                "there and back",
                1.0,
            )
        },
    )
    .assert();
}

// All you hand over is exp, its own derivative, and ln. Out comes the slope of ln.
#[test]
fn logarithm_agrees_with_nudging() {
    check::derivative(f64::ln, |y| inverse_derivative(f64::exp, f64::ln, y))
        .named("the derivative of ln, from that of exp")
        .names(["y"])
        .suspect("argument-replaced", |y| {
            at_y::inverse_derivative(f64::exp, f64::ln, y)
        })
        .suspect("inverse-as-reciprocal", |y| {
            reciprocal_function::inverse_derivative(f64::exp, f64::ln, y)
        })
        .at_each(sample::numbers_between(0.2, 5.0, 32, 1))
        .assert();
}

// The square root, from the derivative of the square.
#[test]
fn root_agrees_with_nudging() {
    check::derivative(f64::sqrt, |y| inverse_derivative(twice, f64::sqrt, y))
        .named("the derivative of the square root, from that of the square")
        .names(["y"])
        .suspect("argument-replaced", |y| {
            at_y::inverse_derivative(twice, f64::sqrt, y)
        })
        .suspect("inverse-as-reciprocal", |y| {
            reciprocal_function::inverse_derivative(twice, f64::sqrt, y)
        })
        .at_each(sample::numbers_between(0.5, 9.0, 32, 1))
        .assert();
}

// What undoes the undoing is the function itself. Use your function on its own result, and the old rate comes back.
#[test]
fn back_and_there_again() {
    property(
        "The inverse of the inverse has the derivative you began with, here exp",
        half(),
        |x| {
            let slope_of_ln = |y: f64| inverse_derivative(f64::exp, f64::ln, y);
            let again = inverse_derivative(slope_of_ln, f64::exp, x);
            same(
                &format!("your rule used twice at {x}"),
                again,
                "the derivative of exp",
                x.exp(),
            )
        },
    )
    .assert();
}
