//! Local derivatives, nudged one operation at a time, and two things that are true of them at every point.

use local_partials::{Op, local_partials};
use pencilgrad::strategies::{half, property, same};
use pencilgrad::{check, sample};

fn value(op: Op, x: &[f64]) -> f64 {
    match op {
        Op::Add => x[0] + x[1],
        Op::Sub => x[0] - x[1],
        Op::Mul => x[0] * x[1],
        Op::Div => x[0] / x[1],
        Op::Sin => x[0].sin(),
    }
}

// Each input in turn is moved a little, and the others are held. A quotient is left out where it divides by 0.
#[test]
fn each_operation_agrees_with_nudging() {
    let operations = [
        (Op::Add, "a + b", 2),
        (Op::Sub, "a - b", 2),
        (Op::Mul, "a · b", 2),
        (Op::Div, "a / b", 2),
        (Op::Sin, "sin a", 1),
    ];
    for (op, formula, inputs) in operations {
        let points = sample::halves(inputs, 32, 7);
        let allowed = points
            .into_iter()
            .filter(|x| op != Op::Div || x[1].abs() > 0.1);
        check::gradient(
            move |x: &[f64]| value(op, x),
            move |x| local_partials(op, x),
        )
        .named(&format!("local_partials of {formula}"))
        .at_each(allowed)
        .assert();
    }
}

// a · b is b · a. Swap the factors, and the two rates change places with them.
#[test]
fn a_product_does_not_care_who_comes_first() {
    property(
        "Swapping the factors of a product swaps its local derivatives",
        (half(), half()),
        |(a, b)| {
            let mut swapped = local_partials(Op::Mul, &[b, a]);
            swapped.reverse();
            same(
                "for a · b",
                local_partials(Op::Mul, &[a, b]),
                "for b · a, swapped back",
                swapped,
            )
        },
    )
    .names(["a", "b"])
    .assert();
}

// Up a hill of constant slope it does not matter where one stands: the rates of a sum and of a difference are the
// same at all points.
#[test]
fn a_sum_does_not_look_at_its_inputs() {
    property(
        "The local derivatives of a + b and a - b are the same at every point",
        (half(), half()),
        |(a, b)| {
            for op in [Op::Add, Op::Sub] {
                same(
                    &format!("{op:?} at this point"),
                    local_partials(op, &[a, b]),
                    &format!("{op:?} at (1, 2)"),
                    local_partials(op, &[1.0, 2.0]),
                )?;
            }
            Ok(())
        },
    )
    .names(["a", "b"])
    .assert();
}
