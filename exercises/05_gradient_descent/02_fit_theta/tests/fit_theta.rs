//! A fit with one parameter: its gradient, and its path.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a planted mistake is an answer of its own"
)]

use fit_theta::{fit_theta, gradient};
use pencilgrad::strategies::{example, half, holds, nonzero_half, property, same, same_within};
use pencilgrad::{check, sample};

#[path = "../mistakes/01_factor_two.rs"]
mod factor_two;
#[path = "../mistakes/03_inner_forgotten.rs"]
mod inner_forgotten;
#[path = "../mistakes/02_sum.rs"]
mod sum;

/// The samples of the lesson, of 3x².
const SAMPLES: [(f64, f64); 3] = [(-1.0, 3.0), (0.0, 0.0), (1.0, 3.0)];
/// Samples that no parabola through the origin fits.
const OTHERS: [(f64, f64); 4] = [(-1.5, 2.0), (0.5, -1.0), (1.0, 0.5), (2.0, 3.0)];

// Nudge theta and watch the error: the check of lesson 3. If your answer is twice the slope, the note it may come
// from made the same slip.
#[test]
fn agrees_with_nudging() {
    let error = |theta: f64| {
        let half_squares = OTHERS.map(|(x, y)| 0.5 * (theta * x * x - y).powi(2));
        half_squares.iter().sum::<f64>() / 4.0
    };
    check::derivative(error, |theta| gradient(theta, &OTHERS))
        .named("gradient, the slope of the mean error of four samples")
        .names(["theta"])
        .batch(4)
        .suspect("factor-two", |theta| factor_two::gradient(theta, &OTHERS))
        .suspect("mean-factor-missing", |theta| sum::gradient(theta, &OTHERS))
        .suspect("missing-inner-derivative", |theta| {
            inner_forgotten::gradient(theta, &OTHERS)
        })
        .at_each(sample::numbers(32, 5))
        .assert();
}

// 0, 2, 2.667, 2.889: the start is part of the sequence, and each step leaves a third of the distance to 3.
#[test]
fn the_sequence_of_the_lesson() {
    example(
        "From 0 with rate 1, three steps lead to 0, 2, 2.667, 2.889",
        || {
            let yours = fit_theta(&SAMPLES, 0.0, 1.0, 3);
            let lesson = vec![0.0, 2.0, 8.0 / 3.0, 26.0 / 9.0];
            same("yours", yours, "the lesson's", lesson)
        },
    )
    .assert();
}

// A step multiplies the distance to the best theta by a number that depends on the rate alone. Whether descent
// creeps, arrives or runs away can be read off it.
#[test]
fn each_step_leaves_the_same_share() {
    property(
        "Each step multiplies the distance to 3 by 1 - ⅔ lr",
        (half(), 0..=15_i32),
        |(start, quarters)| {
            let lr = f64::from(quarters) / 4.0;
            let thetas = fit_theta(&SAMPLES, start, lr, 4);
            holds(
                format!("4 steps make 5 values, you return {}", thetas.len()),
                thetas.len() == 5,
            )?;
            let share = 1.0 - 2.0 / 3.0 * lr;
            for (k, pair) in thetas.windows(2).enumerate() {
                let name = format!("with rate {lr} the distance after step {}", k + 1);
                let expected = share * (pair[0] - 3.0);
                same_within(
                    &name,
                    pair[1] - 3.0,
                    &format!("{share:.4} of the distance before it"),
                    expected,
                    1e-9,
                )?;
            }
            Ok(())
        },
    )
    .names(["start", "_"])
    .assert();
}

// Nothing about the number 3 is in the method. Samples of another parabola lead to its own factor.
#[test]
fn finds_any_parabola() {
    property(
        "From samples of c x² the descent finds c",
        (half(), half(), nonzero_half()),
        |(c, start, x)| {
            let samples = [(x, c * x * x), (0.0, 0.0), (1.0, c)];
            let lr = 3.0 / (x.powi(4) + 1.0); // one over the curvature: arrives in one step
            let thetas = fit_theta(&samples, start, lr, 2);
            let last = thetas.last().copied().unwrap_or(f64::NAN);
            same_within(
                "your last theta",
                last,
                "the factor of the samples",
                c,
                1e-9,
            )
        },
    )
    .names(["c", "start", "x"])
    .assert();
}
