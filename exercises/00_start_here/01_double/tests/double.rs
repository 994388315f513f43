//! You do not need to change this file. Read it when a test fails: each test says first what it is about.

use double::double;
use pencilgrad::strategies::{example, half, property, same};

// One worked number, the way you would check a calculator.
//
// It is a weak test. x + 2 and x² also give 4 here.
#[test]
fn twice_two_is_four() {
    example("Twice 2 is 4", || {
        same("your double(2)", double(2.0), "twice 2", 4.0)
    })
    .assert();
}

// A property: a sentence about all numbers, tried at 64 pairs of them.
//
// Two sticks, laid end to end and then doubled, are as long as the two doubled sticks laid end to end.
#[test]
fn a_sum_is_doubled_term_by_term() {
    property(
        "Doubling a sum is the same as adding the doubles",
        (half(), half()),
        |(x, y)| {
            let sum = x + y;
            same(
                &format!("double({sum})"),
                double(sum),
                &format!("double({x}) + double({y})"),
                double(x) + double(y),
            )
        },
    )
    .names(["x", "y"])
    .assert();
}

// Together with the test before, this is what *linear* means: sums and multiples pass through.
#[test]
fn scaling_first_or_last_gives_the_same() {
    property(
        "Scaling before doubling is the same as scaling after it",
        (half(), half()),
        |(c, x)| {
            let scaled = c * x;
            same(
                &format!("double({scaled})"),
                double(scaled),
                &format!("{c} times double({x})"),
                c * double(x),
            )
        },
    )
    .names(["c", "x"])
    .assert();
}
