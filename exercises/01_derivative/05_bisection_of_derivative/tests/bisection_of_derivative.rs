//! What bisection promises: the zero stays inside, and the bracket halves.

use bisection_of_derivative::bisection_of_derivative;
use pencilgrad::strategies::{example, half, holds, nonzero_half, positive_half, property, same};

// The lesson's hunt, step by step: the slope 6x - 4 is zero at 2/3.
#[test]
fn the_lessons_bracket() {
    let df = |x: f64| 6.0 * x - 4.0;
    let rows = [
        (0, (0.0, 1.0)),
        (1, (0.5, 1.0)),
        (2, (0.5, 0.75)),
        (4, (0.625, 0.6875)),
    ];
    for (steps, bracket) in rows {
        example("The flat place of 3x² - 4x + 5, between 0 and 1", || {
            let yours = bisection_of_derivative(df, 0.0, 1.0, steps);
            let said = format!("your lower end (steps = {steps})");
            same(&said, yours.0, "the lesson's", bracket.0)?;
            let said = format!("your upper end (steps = {steps})");
            same(&said, yours.1, "the lesson's", bracket.1)
        })
        .assert();
    }
}

// Whatever the curve does, falls and then rises or rises and then falls, the zero must never leave the bracket.
//
// A trap: the middle can *be* the zero. Then its slope is neither positive nor negative, and the next steps must
// not throw it away.
#[test]
fn the_flat_place_stays_inside() {
    property(
        "The zero of m·(x - root) is never outside of the bracket",
        (nonzero_half(), half(), positive_half(), positive_half()),
        |(m, root, before, after)| {
            let (lo, hi) = (root - before, root + after);
            for steps in 0..12 {
                let (a, b) = bisection_of_derivative(|x| m * (x - root), lo, hi, steps);
                let said = format!(
                    "{root} is inside of your bracket from {a} to {b} (from {lo} to {hi}, steps = {steps}, m = {m})"
                );
                holds(said, a <= root && root <= b)?;
            }
            Ok(())
        },
    )
    .assert();
}

// Each step halves the width: ten steps make a bracket a thousand times narrower, whatever the curve.
#[test]
fn the_width_halves() {
    property(
        "After n steps the bracket is 2 to the power n times narrower, here for 3x² - 3",
        (positive_half(), 0_u32..=20),
        |(width, steps)| {
            let (lo, hi) = (1.0 - 0.25, 1.0 - 0.25 + width);
            let (a, b) = bisection_of_derivative(|x| 3.0 * x * x - 3.0, lo, hi, steps);
            let said = format!("the width of your bracket from {lo} to {hi} (steps = {steps})");
            same(
                &said,
                b - a,
                "halved that often",
                width / 2.0_f64.powi(steps as i32),
            )
        },
    )
    .assert();
}

// Bisection asks which way the curve goes, never how steeply. A derivative with the same signs gives the same bracket.
#[test]
fn only_signs_matter() {
    property(
        "A hundred times as steep, or cubed: with the same signs the bracket is the same",
        (nonzero_half(), half(), positive_half(), positive_half()),
        |(m, root, before, after)| {
            let (lo, hi) = (root - before, root + after);
            let line = bisection_of_derivative(|x| m * (x - root), lo, hi, 5);
            let steep = bisection_of_derivative(|x| 100.0 * m * (x - root), lo, hi, 5);
            let cubed = bisection_of_derivative(|x| m * (x - root).powi(3), lo, hi, 5);
            let said = format!("the lower end from {lo} to {hi}, root {root}");
            same(&said, line.0, "a hundred times as steep", steep.0)?;
            same(&said, line.0, "cubed", cubed.0)
        },
    )
    .assert();
}
