//! What the derivative of a polynomial is, in numbers and in rules.

#![allow(
    unreachable_pub,
    dead_code,
    reason = "a planted mistake is an answer of its own"
)]

use pencilgrad::strategies::{
    Difference, example, half, halves, holds, nonzero_half, property, same, same_within,
};
use pencilgrad::{check, sample};
use poly_derivative::Poly;

#[path = "../mistakes/06_added.rs"]
mod added;
#[path = "../mistakes/04_constant_kept.rs"]
mod constant_kept;
#[path = "../mistakes/02_exponent_not_a_factor.rs"]
mod exponent_not_a_factor;
#[path = "../mistakes/01_exponent_not_lowered.rs"]
mod exponent_not_lowered;
#[path = "../mistakes/03_integrated.rs"]
mod integrated;

/// Equal up to rounding: the numbers here are below a thousand, and exact to about 1e-12.
fn close(left: &str, yours: f64, right: &str, truth: f64) -> Result<(), Difference> {
    same_within(left, yours, right, truth, 1e-9)
}

fn derivative_of(coefficients: &[f64]) -> Vec<f64> {
    let poly = Poly::new(coefficients.to_vec());
    poly.derivative().coefficients().to_vec()
}

// The lesson's examples: each list is a polynomial, the constant first.
#[test]
fn worked_examples() {
    let rows: [(&str, &[f64], &[f64]); 4] = [
        ("x²", &[0.0, 0.0, 1.0], &[0.0, 2.0]),
        ("5 - 4x + 3x²", &[5.0, -4.0, 3.0], &[-4.0, 6.0]),
        (
            "2x² + 3x⁴",
            &[0.0, 0.0, 2.0, 0.0, 3.0],
            &[0.0, 4.0, 0.0, 12.0],
        ),
        ("8x", &[0.0, 8.0], &[8.0]),
    ];
    for (name, coefficients, truth) in rows {
        example(&format!("The derivative of {name}"), || {
            same(
                "your list",
                derivative_of(coefficients),
                "the lesson's",
                truth.to_vec(),
            )
        })
        .assert();
    }
}

// Move x a little, see how much the polynomial moves, divide. The numbers know nothing of rules.
#[test]
fn agrees_with_nudging() {
    let coefficients = vec![7.0, -5.0, 2.0, 0.0, 3.0];
    let poly = Poly::new(coefficients.clone());
    // What five known mistakes would answer, so that the message can name them.
    macro_rules! answer {
        ($module:ident) => {{
            let poly = $module::Poly::new(coefficients.clone());
            move |x| poly.derivative().eval(x)
        }};
    }
    check::derivative(|x| poly.eval(x), |x| poly.derivative().eval(x))
        .named("the derivative of 7 - 5x + 2x² + 3x⁴")
        .suspect("power-exponent-not-lowered", answer!(exponent_not_lowered))
        .suspect("power-lost-coefficient", answer!(exponent_not_a_factor))
        .suspect("integrated-instead", answer!(integrated))
        .suspect("constant-not-zeroed", answer!(constant_kept))
        .suspect("coefficient-plus-exponent", answer!(added))
        .at_each(sample::numbers(32, 1))
        .assert();
}

// Sums and constant factors: differentiate before or after, it is the same.
#[test]
fn is_linear() {
    property(
        "The derivative of c·p + q is c times that of p, plus that of q",
        (half(), halves(3), halves(4)),
        |(c, p, q)| {
            let scaled = Poly::new(p.iter().map(|a| c * a).collect());
            let (p, q) = (Poly::new(p), Poly::new(q));
            let together = scaled.add(&q).derivative();
            for x in [-2.0, 0.5, 1.0] {
                close(
                    &format!("the derivative of the sum at x = {x}"),
                    together.eval(x),
                    "put together from the two",
                    c * p.derivative().eval(x) + q.derivative().eval(x),
                )?;
            }
            Ok(())
        },
    )
    .assert();
}

// The product rule, also called Leibniz rule. It is no rule for your program, which never sees a product:
// multiply first, then differentiate. But the answers must fit together.
#[test]
fn leibniz() {
    property(
        "The derivative of p·q is that of p times q, plus p times that of q",
        (halves(3), halves(3)),
        |(p, q)| {
            let (p, q) = (Poly::new(p), Poly::new(q));
            let product = p.mul(&q).derivative();
            let strips = p.derivative().mul(&q).add(&p.mul(&q.derivative()));
            for x in [-2.0, 0.5, 1.0] {
                close(
                    &format!("the derivative of the product at x = {x}"),
                    product.eval(x),
                    "the two strips of the rectangle",
                    strips.eval(x),
                )?;
            }
            Ok(())
        },
    )
    .assert();
}

// A cubic has a parabola for its derivative, a parabola has a line.
#[test]
fn degree_drops_by_one() {
    property(
        "The derivative's list is one shorter",
        (halves(3), nonzero_half()),
        |(mut list, last)| {
            list.push(last);
            let slope = derivative_of(&list);
            let said =
                format!("the derivative of {list:?}, yours is {slope:?}, has 3 coefficients");
            holds(said, slope.len() == 3)
        },
    )
    .assert();
}

// What never moves has slope 0. The zero polynomial has no coefficients at all.
#[test]
fn constants_have_slope_zero() {
    property(
        "The derivative of a constant has no coefficients",
        half(),
        |c| {
            let slope = derivative_of(&[c]);
            holds(
                format!("the derivative of [{c}], yours is {slope:?}, is empty"),
                slope.is_empty(),
            )
        },
    )
    .assert();
}
