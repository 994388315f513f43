//! Extrapolation is worth its two extra values of f only if the error falls faster and is known better.

use pencilgrad::strategies::{example, half, holds, property, same_within};
use pencilgrad::{check, sample};
use richardson::richardson;

// The numbers of the lesson: from three correct digits to six, and an error that says how much was gained.
#[test]
fn sine_at_one() {
    example(
        "For the sine at 1, the steps 0.1 and 0.05 give 0.5403022",
        || {
            let yours = richardson(f64::sin, 1.0, 0.1);
            same_within(
                "your value",
                yours.value,
                "the lesson's value",
                0.540_302_2,
                1e-7,
            )?;
            same_within(
                "your error",
                yours.error,
                "the lesson's error",
                0.000_225,
                1e-6,
            )
        },
    )
    .assert();
}

// The error of the central difference is a series in h², h⁴, … One extrapolation removes h², and a polynomial of
// degree 4 has no more. So your value must be its derivative, however long the step.
#[test]
fn exact_up_to_the_fourth_power() {
    let quartic = |x: f64| x.powi(4) - 2.0 * x.powi(3) + x;
    check::derivative(quartic, move |x| richardson(quartic, x, 0.5).value)
        .named("your value for x⁴ - 2x³ + x, as its derivative")
        .at_each(sample::numbers(32, 34))
        .assert();
}

// What is left falls like h⁴. Half the step leaves 1/2 · 1/2 · 1/2 · 1/2 of it.
#[test]
fn half_the_step_a_sixteenth_of_the_error() {
    property(
        "Half the step leaves a sixteenth of the error, for the curve e to the x",
        half(),
        |x| {
            let error = |h| richardson(f64::exp, x, h).value - x.exp();
            same_within(
                "your error at step 0.2, over your error at step 0.1,",
                error(0.2) / error(0.1),
                "for Richardson's extrapolation it",
                16.0,
                0.1, // the next term of the series changes 16 to 16.02
            )
        },
    )
    .names(["x"])
    .assert();
}

/// A smooth function and its derivative.
type Curve = (&'static str, fn(f64) -> f64, fn(f64) -> f64);

const SMOOTH: [Curve; 5] = [
    ("exp", f64::exp, f64::exp),
    ("sin", f64::sin, f64::cos),
    ("cos", f64::cos, |x| -x.sin()),
    ("ln(4 + x)", |x| (4.0 + x).ln(), |x| 1.0 / (4.0 + x)),
    (
        "1/(4 + x)",
        |x| 1.0 / (4.0 + x),
        |x| -1.0 / (4.0 + x).powi(2),
    ),
];

// An error estimate makes two promises: the truth lies within it, and it is not so wide that it says nothing.
// "Off by at most infinity" is always true and never useful.
#[test]
fn the_error_is_honest() {
    property(
        "The truth lies within your error, and your error is small",
        (half(), 0_usize..SMOOTH.len()),
        |(x, which)| {
            let (name, f, slope) = SMOOTH[which];
            let yours = richardson(f, x, 0.1);
            let off = (yours.value - slope(x)).abs();
            let narrow = ((f(x + 0.05) - f(x - 0.05)) / 0.1 - slope(x)).abs();
            let told = format!(
                "for {name} at {x}, your error is not below what your value is off by
your error is {:.1e}
your value is off by {off:.1e}",
                yours.error
            );
            // Where sine and cosine are nearly straight both sides are tiny, and 1e-14 is their rounding.
            holds(told, off <= yours.error + 1e-14)?;
            let told = format!(
                "for {name} at {x}, your error is at most twice that of the narrow step
your error is {:.1e}
the narrow step is off by {narrow:.1e}",
                yours.error
            );
            holds(told, yours.error <= 2.0 * narrow + 1e-14)
        },
    )
    .names(["x", "_"])
    .assert();
}
