//! What a slope between two points must do, whatever the curve.

use pencilgrad::strategies::{Difference, example, half, nonzero_half, property, same_within};
use secant_slope::secant_slope;

/// Equal up to rounding: the numbers here are below a thousand, and exact to about 1e-12.
fn close(left: &str, yours: f64, right: &str, truth: f64) -> Result<(), Difference> {
    same_within(left, yours, right, truth, 1e-9)
}

// The lesson's curve. From 3 to 4 it climbs from 20 to 37.
//
// The last row goes to the left: from 3 to 2 it falls from 20 to 9, over a run of -1. The slope is positive.
#[test]
fn on_the_lessons_curve() {
    let f = |x: f64| 3.0 * x * x - 4.0 * x + 5.0;
    for (b, slope) in [(4.0, 17.0), (3.1, 14.3), (2.0, 11.0)] {
        example("On the curve 3x² - 4x + 5", || {
            let yours = format!("your slope from 3 to {b}");
            close(&yours, secant_slope(f, 3.0, b), "the lesson's", slope)
        })
        .assert();
    }
}

// A straight line has one slope, between any two of its points. Where it crosses the axis does not matter.
#[test]
fn exact_for_lines() {
    property(
        "Between any two points of the line m·x + c the slope is m",
        (half(), half(), half(), nonzero_half()),
        |(m, c, a, run)| {
            let slope = secant_slope(|x| m * x + c, a, a + run);
            let yours = format!("your slope from {a} to {} with m = {m}, c = {c}", a + run);
            close(&yours, slope, "m", m)
        },
    )
    .assert();
}

// Walk the other way, and what was a rise is a fall, and the run goes backwards. The slope is the same.
#[test]
fn order_does_not_matter() {
    property(
        "The slope from a to b is the slope from b to a, here for x³",
        (half(), nonzero_half()),
        |(a, run)| {
            let b = a + run;
            let cube = |x: f64| x * x * x;
            close(
                &format!("your slope from {a} to {b}"),
                secant_slope(cube, a, b),
                &format!("your slope from {b} to {a}"),
                secant_slope(cube, b, a),
            )
        },
    )
    .assert();
}

// Stack one curve on another: the rises add, the run is the same. This becomes the sum rule of lesson 2.
#[test]
fn slopes_add_up() {
    property(
        "The slope of f + g is the slope of f plus the slope of g, here for f = x², g = -3x³",
        (half(), nonzero_half()),
        |(a, run)| {
            let b = a + run;
            let f = |x: f64| x * x;
            let g = |x: f64| -3.0 * x * x * x;
            close(
                &format!("your slope of f + g from {a} to {b}"),
                secant_slope(|x| f(x) + g(x), a, b),
                "the sum of your two slopes",
                secant_slope(f, a, b) + secant_slope(g, a, b),
            )
        },
    )
    .assert();
}
