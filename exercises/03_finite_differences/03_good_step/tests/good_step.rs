//! A step is good when the central difference made with it is.

use good_step::good_step;
use pencilgrad::strategies::{example, half, holds, nonzero_half, property, same, same_within};

/// A function, its derivative, and where to take it.
type Curve = (&'static str, fn(f64) -> f64, fn(f64) -> f64, f64);

// Twelve functions that bend on the scale of x or of 1, at points from 0 to a million.
const CURVES: [Curve; 12] = [
    ("sin", f64::sin, f64::cos, 1.0),
    ("cos", f64::cos, |x| -x.sin(), -2.0),
    ("exp", f64::exp, f64::exp, 1.0),
    ("exp", f64::exp, f64::exp, 0.0),
    ("ln", f64::ln, f64::recip, 1.0),
    ("ln", f64::ln, f64::recip, 1e3),
    ("square root", f64::sqrt, |x| 0.5 / x.sqrt(), 1e6),
    ("cube", |x| x * x * x, |x| 3.0 * x * x, 100.0),
    ("cube", |x| x * x * x, |x| 3.0 * x * x, -1e4),
    ("reciprocal", f64::recip, |x| -1.0 / (x * x), 50.0),
    ("tanh", f64::tanh, |x| 1.0 - x.tanh().powi(2), 0.5),
    ("arc tangent", f64::atan, |x| 1.0 / (1.0 + x * x), -0.5),
];

/// The largest error over nine points close to x: at one point alone a poor step can be lucky.
fn error((_, f, slope, x): Curve, h: f64) -> f64 {
    let close = (-4..=4).map(|k| x + f64::from(k) / 70.0 * x.abs().max(0.5));
    let errors = close.map(|x| ((f(x + h) - f(x - h)) / (2.0 * h) - slope(x)).abs());
    errors.fold(0.0, |worst, error| {
        if error.is_nan() {
            f64::INFINITY
        } else {
            worst.max(error)
        }
    })
}

// The V curve has a flat bottom, so a good step need not be the best. Forty steps from 100 down to 10⁻¹³ are
// tried for each of twelve functions; yours may be a hundred times worse than the best of them, and not more.
//
// The step for a forward difference is too small here: it loses a thousandfold.
#[test]
fn close_to_the_best_of_forty_steps() {
    for curve in CURVES {
        let (name, _, _, x) = curve;
        let step = |k: i32| 10_f64.powf(2.0 - 0.4 * f64::from(k));
        let all = (0..40).map(|k| (error(curve, step(k)), step(k)));
        let (least, best) = all.fold((f64::INFINITY, 0.0), |a, b| if b.0 < a.0 { b } else { a });
        example(
            &format!("Your step for {name} at {x} is close to the best"),
            || {
                let own = good_step(x);
                let yours = error(curve, own);
                let told = format!(
                    "the error is at most 100 times the least one
your step {own:.1e} leaves an error of {yours:.1e}
the step {best:.1e} leaves an error of {least:.1e}"
                );
                holds(told, yours <= 100.0 * least)
            },
        )
        .assert();
    }
}

// Far from 0, ten times the x means ten times the step: the numbers that a computer can hold near x are ten times
// as far apart.
#[test]
fn grows_with_x() {
    property(
        "Far from 0, the step at twice x is twice the step at x",
        (nonzero_half(), 1_i32..=9),
        |(x, power)| {
            let far = 1e3 * x * 10_f64.powi(power);
            let (one, two) = (good_step(far), good_step(2.0 * far));
            same_within(
                &format!("good_step({})", 2.0 * far),
                two,
                &format!("twice good_step({far})"),
                2.0 * one,
                0.01 * two.abs(), // a step like 1 + |x| will do as well
            )
        },
    )
    .names(["_", "_"])
    .assert();
}

// The function is unknown, so there is nothing to prefer one side of 0 for.
#[test]
fn the_same_on_both_sides() {
    property("The step at -x is the step at x", half(), |x| {
        let x = 100.0 * x;
        same(
            &format!("good_step({})", -x),
            good_step(-x),
            &format!("good_step({x})"),
            good_step(x),
        )
    })
    .names(["x"])
    .assert();
}

// A step that is lost in rounding, x + h = x, gives 0 / 0 or a slope of 0. So does a step of 0 at x = 0.
#[test]
fn leads_somewhere() {
    property(
        "x + h is another number than x, and so is x - h",
        (half(), -30_i32..=30),
        |(x, power)| {
            let x = x * 10_f64.powi(power);
            let h = good_step(x);
            let told = format!(
                "a step leads away from x
yours is {h:e} at x = {x:e}"
            );
            holds(told, h > 0.0 && x + h > x && x - h < x)
        },
    )
    .names(["x", "power"])
    .assert();
}
