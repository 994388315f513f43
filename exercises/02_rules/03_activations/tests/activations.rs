//! Slopes, and how the functions of a network hang together.

#![allow(
    unreachable_pub,
    dead_code,
    reason = "a planted mistake is an answer of its own"
)]

use activations::{relu_prime, softplus, tanh_prime_from_output};
use pencilgrad::strategies::{example, half, holds, property, same_within};
use pencilgrad::{check, sample};

#[path = "../mistakes/02_input_for_output.rs"]
mod input_for_output;
#[path = "../mistakes/01_rule_of_the_sigmoid.rs"]
mod rule_of_the_sigmoid;

fn sigmoid(z: f64) -> f64 {
    0.5 + 0.5 * (0.5 * z).tanh()
}

// From z to a = tanh z. Your function gets only a, and must agree with nudging z.
#[test]
fn tanh_agrees_with_nudging() {
    check::derivative(f64::tanh, |z| tanh_prime_from_output(z.tanh()))
        .named("the slope of tanh, from its output")
        .names(["z"])
        .suspect("activation-derivative-of-output", |z| {
            input_for_output::tanh_prime_from_output(z.tanh())
        })
        .suspect("activation-derivative-swapped", |z| {
            rule_of_the_sigmoid::tanh_prime_from_output(z.tanh())
        })
        .at_each(sample::numbers(32, 1))
        .assert();
}

// tanh z is 2σ(2z) - 1. The chain rule makes its slope four times that of σ: one 2 from outside, one from inside.
#[test]
fn tanh_is_a_stretched_sigmoid() {
    property(
        "The slope of tanh at z is 4 times that of the sigmoid at 2z",
        half(),
        |z| {
            let s = sigmoid(2.0 * z);
            let a = 2.0 * s - 1.0;
            let yours = format!("your slope at the output {a:.4}, z = {z}");
            same_within(
                &yours,
                tanh_prime_from_output(a),
                "four times the sigmoid's",
                4.0 * s * (1.0 - s),
                1e-12,
            )
        },
    )
    .assert();
}

// Flat to the left, climbing at 45 degrees to the right. The check finds the kink at 0 by itself and skips it.
#[test]
fn relu_agrees_with_nudging() {
    check::derivative(|z| z.max(0.0), relu_prime)
        .named("relu_prime, the slope of max(z, 0)")
        .names(["z"])
        .at_each(sample::numbers(32, 1))
        .assert();
}

// At the kink there is no right answer, but there are wrong ones: a slope outside of the two one-sided ones, or NaN.
#[test]
fn relu_at_its_kink() {
    example("At the kink of ReLU", || {
        let slope = relu_prime(0.0);
        let said = format!("relu_prime(0), yours is {slope}, lies between the slopes 0 and 1");
        holds(said, (0.0..=1.0).contains(&slope))
    })
    .assert();
}

// The slope of softplus is the sigmoid. So this check reads the other way round: the sigmoid is the claim, and your
// softplus is the function that is nudged.
#[test]
fn softplus_rises_with_the_sigmoid() {
    check::derivative(softplus, sigmoid)
        .named("the sigmoid, as the slope of your softplus")
        .names(["z"])
        .at_each(sample::numbers(32, 1))
        .assert();
}

// ln(1 + eᶻ) - ln(1 + e⁻ᶻ) is the logarithm of a quotient, and the quotient is eᶻ.
#[test]
fn softplus_minus_its_mirror() {
    property("softplus(z) minus softplus(-z) is z", half(), |z| {
        let yours = format!("your softplus({z}) - softplus({})", -z);
        // Both are below 4, so this is a few roundings.
        same_within(&yours, softplus(z) - softplus(-z), "z", z, 1e-12)
    })
    .assert();
}

// Far to the right softplus is z itself, far to the left it is next to nothing, and in the middle it is ln 2.
#[test]
fn softplus_far_out() {
    for (z, value) in [
        (-800.0, 0.0),
        (0.0, 2.0_f64.ln()),
        (40.0, 40.0),
        (800.0, 800.0),
    ] {
        example("softplus is finite, and close to max(z, 0) far out", || {
            same_within(
                &format!("your softplus({z})"),
                softplus(z),
                "the right value",
                value,
                1e-12,
            )
        })
        .assert();
    }
}
