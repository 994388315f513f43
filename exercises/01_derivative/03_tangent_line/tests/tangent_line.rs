//! What makes a line the tangent.

use pencilgrad::strategies::{Difference, example, half, holds, property, same_within};
use tangent_line::tangent_line;

/// Equal up to rounding: the numbers here are below a thousand, and exact to about 1e-12.
fn close(left: &str, yours: f64, right: &str, truth: f64) -> Result<(), Difference> {
    same_within(left, yours, right, truth, 1e-9)
}

fn f(x: f64) -> f64 {
    3.0 * x * x - 4.0 * x + 5.0
}

fn df(x: f64) -> f64 {
    6.0 * x - 4.0
}

fn cube(x: f64) -> f64 {
    x * x * x
}

fn d_cube(x: f64) -> f64 {
    3.0 * x * x
}

// The lesson's line: y = 14x - 22. At x = 3 it is at 42 - 22 = 20, where the curve is.
#[test]
fn on_the_lessons_curve() {
    example("The tangent of 3x² - 4x + 5 at 3 is 14x - 22", || {
        let (slope, intercept) = tangent_line(f, df, 3.0);
        close("your slope", slope, "the lesson's", 14.0)?;
        close("your intercept", intercept, "the lesson's", -22.0)
    })
    .assert();
}

// A tangent touches: over x0, line and curve have the same height.
#[test]
fn touches_the_curve() {
    property(
        "Over x0 the tangent is as high as the curve, here x³",
        half(),
        |x0| {
            let (slope, intercept) = tangent_line(cube, d_cube, x0);
            let line = format!("your line over {x0}");
            close(&line, slope * x0 + intercept, "the curve", cube(x0))
        },
    )
    .assert();
}

// Many lines touch the curve at a point. The tangent is the one with the curve's own slope, taken at that point.
#[test]
fn has_the_slope() {
    property(
        "The tangent has the slope of the curve at x0, here x³",
        half(),
        |x0| {
            let (slope, _) = tangent_line(cube, d_cube, x0);
            let yours = format!("your slope at x0 = {x0}");
            close(&yours, slope, "the derivative there", d_cube(x0))
        },
    )
    .assert();
}

// What is left between curve and tangent shrinks like h². Divided by h² it stays small, however small h becomes.
//
// For any other line the rest shrinks only like h, or not at all, and rest/h² grows beyond all bounds.
// (For x³ it is 3·x0 + h: never more than 10 here.)
#[test]
fn misses_by_h_squared() {
    property(
        "Between x³ and its tangent, what is left over divided by h² stays below 10",
        half(),
        |x0| {
            let (slope, intercept) = tangent_line(cube, d_cube, x0);
            for h in [0.5, 0.125, 0.03125, 0.0078125] {
                let rest = cube(x0 + h) - (slope * (x0 + h) + intercept);
                let over = rest / (h * h);
                let said = format!(
                    "at x0 = {x0} with h = {h} the rest is {rest:.5}, and divided by h² {over:.2}"
                );
                holds(said, over.abs() <= 10.0)?;
            }
            Ok(())
        },
    )
    .assert();
}
