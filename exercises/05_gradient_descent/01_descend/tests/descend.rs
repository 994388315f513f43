//! Descent: a walk you can follow with a pencil, and four facts.

use descend::{Stop, descend, gd_step};
use pencilgrad::strategies::{Difference, example, half, halves, holds, property, same};

/// The slope of the running example: the error of θx² against samples of 3x².
fn fit(theta: &[f64]) -> Vec<f64> {
    vec![2.0 / 3.0 * (theta[0] - 3.0)]
}

// The lesson's sequence with the rate 1: 0, 2, 2.667, 2.889. Each step leaves a third of the distance to 3.
#[test]
fn the_running_example() {
    example(
        "A step from (0, 4) with the gradient (-2, 6) and rate 0.5",
        || {
            let yours = gd_step(&[0.0, 4.0], &[-2.0, 6.0], 0.5);
            same("yours", yours, "the task's answer", vec![1.0, 1.0])
        },
    )
    .assert();
    for (steps, theta) in [(0, 0.0), (1, 2.0), (2, 8.0 / 3.0), (3, 26.0 / 9.0)] {
        example("The fit of θx², from 0 with rate 1", || {
            let yours = descend(fit, &[0.0], 1.0, steps, 0.0).theta;
            same(
                &format!("your θ after {steps} steps"),
                yours,
                "the lesson's",
                vec![theta],
            )
        })
        .assert();
    }
}

// The rate is the only thing between gradient and step. If it is 0, nothing moves.
#[test]
fn rate_zero_moves_nothing() {
    property(
        "With the rate 0 a step leads nowhere",
        (halves(3), halves(3)),
        |(theta, gradient)| {
            let yours = gd_step(&theta, &gradient, 0.0);
            same("yours", yours, "theta as it was", theta)
        },
    )
    .names(["theta", "gradient"])
    .assert();
}

// Where the gradient is 0, the step is 0, whatever kind of place it is: here the saddle of x² - y².
#[test]
fn a_stationary_point_stays() {
    property(
        "From a place with gradient 0 descent does not move",
        halves(2),
        |place| {
            let saddle = |t: &[f64]| vec![2.0 * (t[0] - place[0]), -2.0 * (t[1] - place[1])];
            let step = gd_step(&place, &saddle(&place), 0.25);
            same(
                "your step leads to it and",
                step,
                "the place",
                place.clone(),
            )?;
            let yours = descend(saddle, &place, 0.25, 100, 0.0);
            same(
                "your walk ends, and the place",
                yours.theta,
                "is",
                place.clone(),
            )
        },
    )
    .names(["place"])
    .assert();
}

// Move the whole landscape and the start with it: the path is the same path, elsewhere.
#[test]
fn shifting_the_problem_shifts_the_path() {
    property(
        "If valley and start are moved by s, the end of the walk is moved by s",
        (halves(2), halves(2), half()),
        |(start, shift, rate)| {
            let lr = 0.01 * (rate + 3.5); // 0.005 to 0.065, stable for the valley x² + 10y²
            let valley = |t: &[f64]| vec![2.0 * t[0], 20.0 * t[1]];
            let moved = |t: &[f64]| valley(&[t[0] - shift[0], t[1] - shift[1]]);
            let add = |t: &[f64]| vec![t[0] + shift[0], t[1] + shift[1]];
            let here = descend(valley, &start, lr, 5, 0.0).theta;
            let there = descend(moved, &add(&start), lr, 5, 0.0).theta;
            same(
                "your end in the moved valley",
                there,
                "your end, moved,",
                add(&here),
            )
        },
    )
    .names(["start", "s", "_"])
    .assert();
}

// "It ended" is half a message. The three reasons, each where it must be the answer. The third and the fourth walk
// are the same, with one step less allowed: arriving with the last step is arriving.
#[test]
fn why_it_stopped() {
    let ends = |name: &str,
                lr: f64,
                most: usize,
                small: f64,
                steps: Option<usize>,
                stop: Stop|
     -> Result<(), Difference> {
        let yours = descend(fit, &[0.0], lr, most, small);
        let wanted = steps.map_or(String::new(), |k| format!(", steps: {k}"));
        let told = format!(
            "{name} it stops with {stop:?}{wanted}
you return {yours:?}"
        );
        holds(
            told,
            yours.stop == stop && steps.is_none_or(|k| k == yours.steps),
        )
    };
    example("A descent says why it stopped", || {
        ends(
            "with rate 1 and at most 3 steps,",
            1.0,
            3,
            0.0,
            Some(3),
            Stop::OutOfSteps,
        )?;
        // The gradients are 2, 2/3, 2/9, 2/27.
        ends(
            "with rate 1, until the gradient is 0.1,",
            1.0,
            100,
            0.1,
            Some(3),
            Stop::SmallGradient,
        )?;
        ends(
            "with rate 1.5, which arrives in one step,",
            1.5,
            1,
            1e-9,
            Some(1),
            Stop::SmallGradient,
        )?;
        ends(
            "with rate 1.5 and no step at all,",
            1.5,
            0,
            1e-9,
            Some(0),
            Stop::OutOfSteps,
        )?;
        ends(
            "with rate 30, far too large,",
            30.0,
            10_000,
            1e-9,
            None,
            Stop::NotFinite,
        )
    })
    .assert();
}
