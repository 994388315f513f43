//! The derivative of a composition: checked by nudging, and by what must hold for all functions.

#![allow(unreachable_pub, reason = "a planted mistake is an answer of its own")]

use chain_scalar::chain_scalar;
use pencilgrad::{check, sample, strategies};

#[path = "../mistakes/03_inner_function.rs"]
mod inner_function;
#[path = "../mistakes/06_inner_inside.rs"]
mod inner_inside;
#[path = "../mistakes/02_no_inner.rs"]
mod no_inner;
#[path = "../mistakes/04_only_inner.rs"]
mod only_inner;
#[path = "../mistakes/01_outer_at_x.rs"]
mod outer_at_x;
#[path = "../mistakes/05_rates_added.rs"]
mod rates_added;

type Function = fn(f64) -> f64;

/// A function and its derivative.
#[derive(Clone, Copy)]
struct Pair {
    name: &'static str,
    value: Function,
    rate: Function,
}

const CUBE: Pair = Pair {
    name: "cube",
    value: |t| t.powi(3),
    rate: |t| 3.0 * t * t,
};
const SINE: Pair = Pair {
    name: "sin",
    value: f64::sin,
    rate: f64::cos,
};
const PARABOLA: Pair = Pair {
    name: "x² + x",
    value: |x| x * x + x,
    rate: |x| 2.0 * x + 1.0,
};
const LINE: Pair = Pair {
    name: "3x − 2",
    value: |x| 3.0 * x - 2.0,
    rate: |_| 3.0,
};

fn check_composition(f: Pair, g: Pair) {
    let name = format!("the derivative of {} after {}", f.name, g.name);
    check::derivative(
        |x| (f.value)((g.value)(x)),
        |x| chain_scalar(f.rate, g.value, g.rate, x),
    )
    .named(&name)
    .suspect("argument-replaced", |x| {
        outer_at_x::chain_scalar(f.rate, g.value, g.rate, x)
    })
    .suspect("missing-inner-derivative", |x| {
        no_inner::chain_scalar(f.rate, g.value, g.rate, x)
    })
    .suspect("inner-function-as-factor", |x| {
        inner_function::chain_scalar(f.rate, g.value, g.rate, x)
    })
    .suspect("only-inner-derivative", |x| {
        only_inner::chain_scalar(f.rate, g.value, g.rate, x)
    })
    .suspect("added-along-path", |x| {
        rates_added::chain_scalar(f.rate, g.value, g.rate, x)
    })
    .suspect("inner-derivative-inside", |x| {
        inner_inside::chain_scalar(f.rate, g.value, g.rate, x)
    })
    .at_each(sample::numbers(64, 6))
    .assert();
}

// Nudging knows nothing of chain rules: it moves x, looks at f(g(x)) and divides. So it can judge the answer.
// Three pairs are tried, since one pair alone lets some wrong formulas through: for a line g any place is as good
// as another to take its rate at.
#[test]
fn agrees_with_nudging() {
    check_composition(CUBE, PARABOLA);
    check_composition(SINE, PARABOLA);
    check_composition(PARABOLA, SINE);
}

// The function x ↦ x passes every nudge on as it is: its rate is 1. Put it before or after another function, and
// the rates multiply to what they were. A chain rule that adds rates fails here.
#[test]
fn doing_nothing_changes_nothing() {
    strategies::property(
        "At every x: \"do nothing\" before or after sin leaves its derivative as it is",
        strategies::half(),
        |x| {
            let before = chain_scalar(f64::cos, |x| x, |_| 1.0, x);
            let after = chain_scalar(|_| 1.0, f64::sin, f64::cos, x);
            strategies::same("with nothing before", before, "cos x", x.cos())?;
            strategies::same("with nothing after", after, "cos x", x.cos())
        },
    )
    .names(["x"])
    .assert();
}

// Three gears in a row turn at one speed, whether you think of the first two as one gear, or of the last two.
// The program of lesson 9 lives on this: it may multiply the rates from either end.
#[test]
fn grouping_does_not_matter() {
    strategies::property(
        "At every x, for three functions in a row: it does not matter which two go together first",
        strategies::half(),
        |x| {
            let (f, g, h) = (SINE, PARABOLA, LINE);
            let f_after_g = |y| chain_scalar(f.rate, g.value, g.rate, y);
            let g_after_h = |x: f64| (g.value)((h.value)(x));
            let d_g_after_h = |x| chain_scalar(g.rate, h.value, h.rate, x);
            strategies::same(
                "(f after g) after h",
                chain_scalar(f_after_g, h.value, h.rate, x),
                "f after (g after h)",
                chain_scalar(f.rate, g_after_h, d_g_after_h, x),
            )
        },
    )
    .names(["x"])
    .assert();
}
