//! What the two difference quotients do, and how far they are from the derivative.

use forward_difference::{backward_difference, forward_difference};
use pencilgrad::strategies::{
    Difference, half, nonzero_half, positive_half, property, same_within,
};

/// Equal up to rounding: the numbers here are below a thousand, and exact to about 1e-12.
fn close(left: &str, yours: f64, right: &str, truth: f64) -> Result<(), Difference> {
    same_within(left, yours, right, truth, 1e-9)
}

// On the lesson's curve the algebra gave a slope of 14 + 3h at 3. At any x it is 6x - 4 + 3h.
//
// So the forward difference is off by 3h and the backward one by -3h. This is not rounding, and it is no mistake:
// it is what a secant does on a curve that bends.
#[test]
fn off_by_three_h() {
    let f = |x: f64| 3.0 * x * x - 4.0 * x + 5.0;
    property(
        "On 3x² - 4x + 5 the slope ahead is 3h too large, the one back 3h too small",
        (half(), positive_half()),
        |(x, h)| {
            let truth = 6.0 * x - 4.0;
            let ahead = format!("your forward_difference at {x} with h = {h}, minus {truth}");
            close(&ahead, forward_difference(f, x, h) - truth, "3h", 3.0 * h)?;
            let back = format!("your backward_difference at {x} with h = {h}, minus {truth}");
            close(&back, backward_difference(f, x, h) - truth, "-3h", -3.0 * h)
        },
    )
    .assert();
}

// Rises add, and a curve that is twice as high rises twice as much.
#[test]
fn linear_in_f() {
    let f = |x: f64| x * x;
    let g = |x: f64| x * x * x;
    property(
        "The quotient of c·f + g is c times that of f, plus that of g",
        (half(), half(), nonzero_half()),
        |(c, x, h)| {
            let both = |x: f64| c * f(x) + g(x);
            close(
                &format!("forward_difference of {c}·x² + x³ at {x}, h = {h}"),
                forward_difference(both, x, h),
                "the same, put together from x² and x³",
                c * forward_difference(f, x, h) + forward_difference(g, x, h),
            )?;
            close(
                &format!("backward_difference of {c}·x² + x³ at {x}, h = {h}"),
                backward_difference(both, x, h),
                "the same, put together from x² and x³",
                c * backward_difference(f, x, h) + backward_difference(g, x, h),
            )
        },
    )
    .assert();
}

// A step of -h ahead is a step of h back. It is the same secant.
#[test]
fn a_step_turned_round() {
    let f = |x: f64| x * x * x;
    property(
        "Ahead by -h is back by h, here for x³",
        (half(), nonzero_half()),
        |(x, h)| {
            close(
                &format!("forward_difference at {x} with h = {}", -h),
                forward_difference(f, x, -h),
                &format!("backward_difference at {x} with h = {h}"),
                backward_difference(f, x, h),
            )
        },
    )
    .assert();
}

// What makes them useful: with a small h both are close to the derivative. That of x² is 2x, and both are off by h.
#[test]
fn comes_close() {
    let h = 0.001;
    property(
        "With h = 0.001 both are within 0.0011 of the derivative of x²",
        half(),
        |x| {
            let ahead = forward_difference(|x| x * x, x, h);
            let back = backward_difference(|x| x * x, x, h);
            let place = format!("of x² at {x}");
            // Off by h = 0.001 each, and a little room for rounding.
            same_within(
                &format!("forward_difference {place}"),
                ahead,
                "the derivative",
                2.0 * x,
                0.0011,
            )?;
            same_within(
                &format!("backward_difference {place}"),
                back,
                "the derivative",
                2.0 * x,
                0.0011,
            )
        },
    )
    .assert();
}
