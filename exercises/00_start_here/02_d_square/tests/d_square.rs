//! Three ways to doubt an answer: compare it with numbers, turn its sign, change its scale.

use d_square::d_square;
use pencilgrad::strategies::{half, property, same};
use pencilgrad::{check, sample};

// The check moves x a little both ways, sees how much x² moves, and divides. Lesson 3 builds such a check.
//
// Nobody has to tell it the formula, so it can test any derivative. It shows the clearest of the points where
// your number differs, and what all the points together say about the mistake.
#[test]
fn agrees_with_nudging() {
    check::derivative(|x| x * x, d_square)
        .named("d_square, the derivative of x²")
        .at_each(sample::numbers(32, 1))
        .assert();
}

// x² is the same to the left and to the right of 0. Where it rises on the right, it falls as fast on the left.
//
// A function with this symmetry is called *odd*.
#[test]
fn is_odd() {
    property("The slope at -x is minus the slope at x", half(), |x| {
        same(
            &format!("d_square({})", -x),
            d_square(-x),
            &format!("minus d_square({x})"),
            -d_square(x),
        )
    })
    .names(["x"])
    .assert();
}

// A square of twice the side has strips of twice the length.
#[test]
fn scales_with_x() {
    property(
        "The slope at c times x is c times the slope at x",
        (half(), half()),
        |(c, x)| {
            let scaled = c * x;
            same(
                &format!("d_square({scaled})"),
                d_square(scaled),
                &format!("{c} times d_square({x})"),
                c * d_square(x),
            )
        },
    )
    .names(["c", "x"])
    .assert();
}
