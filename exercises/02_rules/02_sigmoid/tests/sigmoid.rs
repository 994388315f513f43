//! A function that squashes, and its slope.

#![allow(
    unreachable_pub,
    dead_code,
    reason = "a planted mistake is an answer of its own"
)]

use pencilgrad::strategies::{example, half, holds, positive_half, property, same, same_within};
use pencilgrad::{check, sample};
use sigmoid::{sigmoid, sigmoid_prime_from_output};

#[path = "../mistakes/02_input_for_output.rs"]
mod input_for_output;
#[path = "../mistakes/04_rule_of_tanh.rs"]
mod rule_of_tanh;

/// The sigmoid by another way, so that your slope is tested even while your sigmoid is not right yet.
fn output(z: f64) -> f64 {
    0.5 + 0.5 * (0.5 * z).tanh()
}

// Three numbers to begin with. At ln 3 the exponential is 1/3, and 1/(1 + 1/3) is 3/4.
#[test]
fn known_values() {
    for (name, z, a) in [
        ("0", 0.0, 0.5),
        ("ln 3", 3.0_f64.ln(), 0.75),
        ("-ln 3", -(3.0_f64.ln()), 0.25),
    ] {
        example("Values of the sigmoid", || {
            same(
                &format!("your sigmoid({name})"),
                sigmoid(z),
                "the right value",
                a,
            )
        })
        .assert();
    }
}

// Far out the output is 0 or 1 to the last digit. An exponential may overflow on the way, the result must not.
#[test]
fn stays_between_0_and_1() {
    for (z, a) in [
        (-800.0, 0.0),
        (-40.0, (-40.0_f64).exp()),
        (40.0, 1.0),
        (800.0, 1.0),
    ] {
        example(
            "Far out the sigmoid is 0 or 1, never less, more or NaN",
            || {
                let yours = sigmoid(z);
                let inside = (0.0..=1.0).contains(&yours);
                holds(
                    format!("sigmoid({z}), yours is {yours}, is in the range from 0 to 1"),
                    inside,
                )?;
                same_within(
                    &format!("your sigmoid({z})"),
                    yours,
                    "the right value",
                    a,
                    1e-15,
                )
            },
        )
        .assert();
    }
}

// Turn the picture round the point over 0: what the output lacks to 1 on the right, it has from 0 on the left.
#[test]
fn mirror() {
    property(
        "The sigmoid of -z is 1 minus the sigmoid of z",
        half(),
        |z| {
            let left = format!("your sigmoid({})", -z);
            let right = format!("1 minus your sigmoid({z})");
            same(&left, sigmoid(-z), &right, 1.0 - sigmoid(z))
        },
    )
    .assert();
}

// A larger input gives a larger output, everywhere.
#[test]
fn rises() {
    property(
        "The sigmoid rises",
        (half(), positive_half()),
        |(z, step)| {
            let (here, there) = (sigmoid(z), sigmoid(z + step));
            let said = format!(
                "sigmoid({z}) = {here:.4} is less than sigmoid({}) = {there:.4}",
                z + step
            );
            holds(said, here < there)
        },
    )
    .assert();
}

// The slope of the whole thing, z to a: your function gets only a, and must still agree with nudging z.
#[test]
fn slope_agrees_with_nudging() {
    check::derivative(output, |z| sigmoid_prime_from_output(output(z)))
        .named("the slope of the sigmoid, from its output")
        .names(["z"])
        .suspect("activation-derivative-of-output", |z| {
            input_for_output::sigmoid_prime_from_output(output(z))
        })
        .suspect("activation-derivative-swapped", |z| {
            rule_of_tanh::sigmoid_prime_from_output(output(z))
        })
        .at_each(sample::numbers(32, 1))
        .assert();
}

// At outputs a and 1 - a the curve is equally steep. In the middle, at 1/2, it is steepest.
#[test]
fn slope_is_the_same_on_both_sides() {
    property(
        "The slope is the same at outputs a and 1 - a, and never above 1/4",
        1_u32..=19,
        |k| {
            let a = f64::from(k) / 20.0;
            let (here, mirrored) = (
                sigmoid_prime_from_output(a),
                sigmoid_prime_from_output(1.0 - a),
            );
            same(
                &format!("your slope at a = {a}"),
                here,
                &format!("at {}", 1.0 - a),
                mirrored,
            )?;
            holds(
                format!("the slope at a = {a}, yours is {here}, is at most 0.25"),
                here <= 0.25,
            )
        },
    )
    .assert();
}
