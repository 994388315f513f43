//! A differentiator, checked by numbers and by the rules it is made of.

#![allow(
    unreachable_pub,
    dead_code,
    reason = "a planted mistake is an answer of its own"
)]

use expr_diff::Expr::{self, Const, X};
use pencilgrad::strategies::{Difference, example, half, property, same_within};
use pencilgrad::{check, sample};

#[path = "../mistakes/05_constants_move.rs"]
mod constants_move;
#[path = "../mistakes/03_cosine_without_minus.rs"]
mod cosine_without_minus;
#[path = "../mistakes/01_derivatives_multiplied.rs"]
mod derivatives_multiplied;
#[path = "../mistakes/04_exponent_not_lowered.rs"]
mod exponent_not_lowered;
#[path = "../mistakes/06_first_factor_only.rs"]
mod first_factor_only;
#[path = "../mistakes/08_inner_at_x.rs"]
mod inner_at_x;
#[path = "../mistakes/02_no_inner.rs"]
mod no_inner;

/// The formulas of these tests, from the simplest on, as trees of the given type.
macro_rules! formulas {
    ($tree:path) => {{
        use $tree as Tree;
        let x = || Tree::X;
        let c = Tree::Const;
        vec![
            c(7.0),
            x(),
            x() + c(5.0),
            x() * x(),
            c(3.0) * x(),
            x().pow(4),
            x().cos(),
            (c(2.0) * x()).sin(),
            (x().pow(2) + x()).pow(3),
            (c(0.5) * x().pow(2)).exp(),
            (x().pow(2) + c(1.0)).ln(),
            (x().pow(2) + c(1.0)).pow(-2),
            x() * (x().pow(2)).sin(),
            (x().sin() * x().cos()).exp(),
            ((x().sin() + c(2.0)).ln() * x()).cos(),
        ]
    }};
}

/// Equal up to rounding, measured by the larger side.
fn close(left: &str, yours: f64, right: &str, truth: f64) -> Result<(), Difference> {
    same_within(left, yours, right, truth, 1e-11 * truth.abs().max(1.0))
}

// Every kind of node, alone and inside others. The first formula that fails is the simplest one with a wrong arm.
//
// Your tree is evaluated at many points, and beside it stands the slope of the formula itself, by nudging.
#[test]
fn agrees_with_nudging() {
    // For each formula what known mistakes would answer, so that the message can name them.
    macro_rules! wrong {
        ($module:ident) => {
            formulas!($module::Expr)
                .into_iter()
                .map(|formula| formula.diff())
        };
    }
    let mut constants = wrong!(constants_move);
    let mut cosines = wrong!(cosine_without_minus);
    let mut corners = wrong!(derivatives_multiplied);
    let mut exponents = wrong!(exponent_not_lowered);
    let mut strips = wrong!(first_factor_only);
    let mut places = wrong!(inner_at_x);
    let mut outers = wrong!(no_inner);
    for formula in formulas!(Expr) {
        let (constant, cosine) = (constants.next().unwrap(), cosines.next().unwrap());
        let (corner, exponent) = (corners.next().unwrap(), exponents.next().unwrap());
        let (strip, place) = (strips.next().unwrap(), places.next().unwrap());
        let outer = outers.next().unwrap();
        check::derivative(|x| formula.eval(x), |x| formula.diff().eval(x))
            .named(&format!("the derivative of {formula}"))
            .suspect("constant-as-variable", move |x| constant.eval(x))
            .suspect("trig-sign", move |x| cosine.eval(x))
            .suspect("product-of-derivatives", move |x| corner.eval(x))
            .suspect("power-exponent-not-lowered", move |x| exponent.eval(x))
            .suspect("product-one-term", move |x| strip.eval(x))
            .suspect("argument-replaced", move |x| place.eval(x))
            .suspect("missing-inner-derivative", move |x| outer.eval(x))
            .at_each(sample::numbers(16, 1))
            .assert();
    }
}

// Sums and constant factors, in the values of the trees.
#[test]
fn is_linear() {
    let (f, g) = (|| X.pow(3), || X.sin());
    property(
        "The derivative is linear, here for c·x³ + sin(x)",
        (half(), half()),
        |(c, x)| {
            let together = (Const(c) * f() + g()).diff().eval(x);
            let apart = c * f().diff().eval(x) + g().diff().eval(x);
            close(
                &format!("your derivative of {c}·x³ + sin(x) at {x}"),
                together,
                "put together",
                apart,
            )
        },
    )
    .assert();
}

// The product rule, in the values of the trees.
#[test]
fn leibniz() {
    let (f, g) = (|| X.pow(2) + Const(1.0), || X.exp());
    property(
        "The product rule holds, here for x² + 1 times exp(x)",
        half(),
        |x| {
            let product = (f() * g()).diff().eval(x);
            let strips = f().diff().eval(x) * g().eval(x) + f().eval(x) * g().diff().eval(x);
            close(
                &format!("your derivative of (x² + 1)·exp(x) at {x}"),
                product,
                "the two strips",
                strips,
            )
        },
    )
    .assert();
}

// One inside the other, inside another. The outer rate is taken at what is inside, and is one factor; the inner
// rate is the other.
#[test]
fn chain_on_nested() {
    let inner = || (X.pow(2) + Const(0.5)).ln();
    property(
        "The chain rule holds, here for sin after ln(x² + 0.5)",
        half(),
        |x| {
            let yours = inner().sin().diff().eval(x);
            let chain = inner().eval(x).cos() * inner().diff().eval(x);
            close(
                &format!("your derivative of sin(ln(x² + 0.5)) at {x}"),
                yours,
                "outer times inner",
                chain,
            )
        },
    )
    .assert();
    property(
        "The chain rule holds, here for the cube of exp(sin(x))",
        half(),
        |x| {
            let inner = || X.sin().exp();
            let yours = inner().pow(3).diff().eval(x);
            let chain = 3.0 * inner().eval(x).powi(2) * inner().diff().eval(x);
            close(
                &format!("your derivative of exp(sin(x))³ at {x}"),
                yours,
                "outer times inner",
                chain,
            )
        },
    )
    .assert();
}

// A formula in which x does not occur does not move. Neither does a zeroth power, which is 1, also of 0.
#[test]
fn what_has_no_x_has_slope_zero() {
    let still = [
        Const(2.0).ln(),
        Const(3.0) * Const(0.5).sin() + Const(1.0).exp(),
        (Const(1.5) + Const(1.0)).pow(3).cos(),
        Const(0.0).pow(0),
        X.pow(0),
    ];
    for formula in still {
        for x in [0.0, 1.5] {
            example("Where nothing moves the derivative is 0", || {
                close(
                    &format!("your derivative of {formula} at {x}"),
                    formula.diff().eval(x),
                    "a constant's",
                    0.0,
                )
            })
            .assert();
        }
    }
}

// The result is a formula like any other, so it can be differentiated again: sine, cosine, minus sine.
#[test]
fn differentiates_its_own_results() {
    property(
        "The second derivative of sin(2x) is -4·sin(2x)",
        half(),
        |x| {
            let twice = (Const(2.0) * X).sin().diff().diff().eval(x);
            close(
                &format!("yours at {x}"),
                twice,
                "the right value",
                -4.0 * (2.0 * x).sin(),
            )
        },
    )
    .assert();
    property("The third derivative of x³ is 6", half(), |x| {
        let thrice = X.pow(3).diff().diff().diff().eval(x);
        close(&format!("yours at {x}"), thrice, "the right value", 6.0)
    })
    .assert();
}
