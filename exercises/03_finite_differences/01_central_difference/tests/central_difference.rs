//! Four facts about the central difference. A formula that has them all is the right one.

use central_difference::central_difference;
use pencilgrad::strategies::{example, half, positive_half, property, same, same_within};
use pencilgrad::{check, sample};

// The numbers of the task. Small enough for a pencil: 1.5³ = 3.375 and 0.5³ = 0.125.
#[test]
fn the_cube_at_one() {
    let cube = |x: f64| x * x * x;
    example(
        "The central difference of x³ around 1 with step 0.5 is 3.25",
        || {
            let yours = central_difference(cube, 1.0, 0.5);
            same("yours", yours, "two points of the curve give", 3.25)
        },
    )
    .assert();
}

// A parabola bends by the same amount ahead and behind, so the two errors cancel. However long the step is, the
// chord has the slope of the tangent in the middle.
//
// Here your difference is taken for the derivative, with a step of 0.5, and checked like any derivative.
#[test]
fn exact_on_a_parabola() {
    let parabola = |x: f64| 3.0 * x * x - 4.0 * x + 5.0;
    check::derivative(parabola, move |x| central_difference(parabola, x, 0.5))
        .named("your difference of 3x² - 4x + 5, as its derivative")
        .at_each(sample::numbers(32, 31))
        .assert();
}

// On a curve that is no parabola something is left: h²/6 times the third derivative. Half the step leaves a
// quarter of it. A formula with one bent side (forward, backward) only halves its error.
//
// The curve is eˣ, which is its own derivative: the error is easy to measure.
#[test]
fn half_the_step_a_quarter_of_the_error() {
    property(
        "Half the step leaves a quarter of the error, for the curve e to the x",
        half(),
        |x| {
            let error = |h| central_difference(f64::exp, x, h) - x.exp();
            same_within(
                "your error at step 0.1, over your error at step 0.05,",
                error(0.1) / error(0.05),
                "for a central difference it",
                4.0,
                0.01, // the next term of the series changes 4 to 4.0015
            )
        },
    )
    .names(["x"])
    .assert();
}

// A slope is about differences. A hill is as steep above sea level as it is above the valley.
#[test]
fn raising_the_curve_changes_no_slope() {
    property(
        "f and f + c have the same slope",
        (half(), half(), positive_half()),
        |(c, x, h)| {
            let raised = |t: f64| t.sin() + c;
            same_within(
                &format!("for sin around {x} with step {h}, yours"),
                central_difference(f64::sin, x, h),
                &format!("for sin + {c}, yours"),
                central_difference(raised, x, h),
                1e-12, // rounding of sin + c, divided by the step
            )
        },
    )
    .names(["c", "x", "h"])
    .assert();
}
