//! A power of a function: in numbers, and in what must hold whatever the function.

#![allow(unreachable_pub, reason = "a planted mistake is an answer of its own")]

use pencilgrad::strategies::{Difference, example, half, property, same_within};
use pencilgrad::{check, sample};
use power_chain::power_chain;

#[path = "../mistakes/02_exponent_not_a_factor.rs"]
mod exponent_not_a_factor;
#[path = "../mistakes/03_exponent_not_lowered.rs"]
mod exponent_not_lowered;
#[path = "../mistakes/04_inner_function.rs"]
mod inner_function;
#[path = "../mistakes/01_no_inner.rs"]
mod no_inner;
#[path = "../mistakes/05_only_inner.rs"]
mod only_inner;

fn g(x: f64) -> f64 {
    x * x + x
}

fn dg(x: f64) -> f64 {
    2.0 * x + 1.0
}

/// Equal up to rounding, measured by the size of what was multiplied.
fn close(left: &str, yours: f64, right: &str, truth: f64, size: f64) -> Result<(), Difference> {
    same_within(left, yours, right, truth, 1e-12 * size.max(1.0))
}

// (x² + x)³, which you can also multiply out: x⁶ + 3x⁵ + 3x⁴ + x³. Two roads to one number.
#[test]
fn the_lessons_example() {
    example("The derivative of (x² + x)³ at 1 is 36", || {
        close(
            "your power_chain with n = 3 at 1",
            power_chain(g, dg, 3, 1.0),
            "the lesson's",
            36.0,
            36.0,
        )
    })
    .assert();
    property(
        "It is the derivative of x⁶ + 3x⁵ + 3x⁴ + x³",
        half(),
        |x| {
            let terms = [
                6.0 * x.powi(5),
                15.0 * x.powi(4),
                12.0 * x.powi(3),
                3.0 * x * x,
            ];
            let size = terms.iter().map(|term| term.abs()).sum();
            let yours = power_chain(g, dg, 3, x);
            close(
                &format!("your power_chain with n = 3 at {x}"),
                yours,
                "term by term",
                terms.iter().sum(),
                size,
            )
        },
    )
    .assert();
}

// Powers of something that is never 0, so that negative ones have a value too.
#[test]
fn agrees_with_nudging() {
    let g = |x: f64| x * x + x + 1.5;
    let dg = |x: f64| 2.0 * x + 1.0;
    for n in [3, 2, 5, -1, -2] {
        check::derivative(move |x| g(x).powi(n), move |x| power_chain(g, dg, n, x))
            .named(&format!("the derivative of x² + x + 1.5 to the power {n}"))
            .suspect("missing-inner-derivative", move |x| {
                no_inner::power_chain(g, dg, n, x)
            })
            .suspect("power-lost-coefficient", move |x| {
                exponent_not_a_factor::power_chain(g, dg, n, x)
            })
            .suspect("power-exponent-not-lowered", move |x| {
                exponent_not_lowered::power_chain(g, dg, n, x)
            })
            .suspect("inner-function-as-factor", move |x| {
                inner_function::power_chain(g, dg, n, x)
            })
            .suspect("only-inner-derivative", move |x| {
                only_inner::power_chain(g, dg, n, x)
            })
            .at_each(sample::numbers(32, 1))
            .assert();
    }
}

// To the power 1 nothing happens. To the power 0 everything becomes 1, which does not move, also where g is 0.
#[test]
fn first_and_zeroth_power() {
    property(
        "The first power has the derivative of g, the zeroth has 0",
        half(),
        |x| {
            let first = format!("your power_chain with n = 1 at {x}");
            close(
                &first,
                power_chain(g, dg, 1, x),
                "the derivative of x² + x",
                dg(x),
                dg(x).abs(),
            )?;
            let zeroth = format!("your power_chain with n = 0 at {x}, where g = {}", g(x));
            close(
                &zeroth,
                power_chain(g, dg, 0, x),
                "the derivative of 1",
                0.0,
                1.0,
            )
        },
    )
    .assert();
}

// The square of a cube is a sixth power. Use the rule on itself: the inner function is a power already.
#[test]
fn power_of_a_power() {
    property(
        "The k-th power of the m-th power is the power k·m",
        (half(), 1..=3, 1..=3),
        |(x, k, m)| {
            let inner = |x: f64| g(x).powi(m);
            let d_inner = |x: f64| power_chain(g, dg, m, x);
            let direct = power_chain(g, dg, k * m, x);
            let yours = format!("your rule used twice at {x}, with {m} and then {k}");
            let once = format!("used once, with {}", k * m);
            close(
                &yours,
                power_chain(inner, d_inner, k, x),
                &once,
                direct,
                direct.abs(),
            )
        },
    )
    .assert();
}
