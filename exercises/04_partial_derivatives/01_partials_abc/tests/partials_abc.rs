//! The slopes of ab + c: by nudging, and by what they depend on.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a planted mistake is an answer of its own"
)]

use partials_abc::partials_abc;
use pencilgrad::strategies::{example, half, property, same};
use pencilgrad::{check, sample};

#[path = "../mistakes/01_held_at_zero.rs"]
mod held_at_zero;
#[path = "../mistakes/03_other_order.rs"]
mod other_order;
#[path = "../mistakes/02_own_letter.rs"]
mod own_letter;

// The numbers of the task. Raise a from 4 to 5 and d goes from 14 to 17.
#[test]
fn the_example_of_the_lesson() {
    example("At a = 4, b = 3, c = 2 the slopes are 3, 4 and 1", || {
        let yours = partials_abc(4.0, 3.0, 2.0);
        same("yours", yours, "the table of the task", [3.0, 4.0, 1.0])
    })
    .assert();
}

// The check of lesson 3, one input after the other: nudge it, put it back, nudge the next.
#[test]
fn agrees_with_nudging() {
    type Three = (f64, f64, f64);
    let together = |[by_a, by_b, by_c]: [f64; 3]| (by_a, by_b, by_c);
    check::gradient(
        |&(a, b, c): &Three| a * b + c,
        |&(a, b, c)| together(partials_abc(a, b, c)),
    )
    .named("partials_abc, the slopes of ab + c")
    .names(["a", "b", "c"])
    .suspect("held-at-zero", |&(a, b, c): &Three| {
        together(held_at_zero::partials_abc(a, b, c))
    })
    .suspect("wrong-variable", |&(a, b, c): &Three| {
        together(own_letter::partials_abc(a, b, c))
    })
    .suspect("index-shifted", |&(a, b, c): &Three| {
        together(other_order::partials_abc(a, b, c))
    })
    .at_each(
        sample::halves(3, 64, 4)
            .into_iter()
            .map(|x| (x[0], x[1], x[2])),
    )
    .assert();
}

// Adding more lifts the whole hill. It becomes no steeper and no flatter.
#[test]
fn c_changes_no_slope() {
    property(
        "A larger c changes no slope of ab + c",
        (half(), half(), half(), half()),
        |(a, b, c, more)| {
            same(
                &format!("your slopes with c = {}", c + more),
                partials_abc(a, b, c + more),
                &format!("your slopes with c = {c}"),
                partials_abc(a, b, c),
            )
        },
    )
    .names(["a", "b", "c", "more"])
    .assert();
}

// A rectangle twice as high gains twice as much area when it is made wider.
#[test]
fn the_slope_by_a_is_linear_in_b() {
    property(
        "With b₁ + b₂ the slope by a is the sum of the slopes with b₁ and with b₂",
        (half(), half(), half()),
        |(a, first, second)| {
            let by_a = |b: f64| partials_abc(a, b, 1.0)[0];
            same(
                &format!("your slope by a with b = {}", first + second),
                by_a(first + second),
                &format!("your slopes with b = {first} and b = {second}, added,"),
                by_a(first) + by_a(second),
            )
        },
    )
    .names(["a", "b₁", "b₂"])
    .assert();
}
