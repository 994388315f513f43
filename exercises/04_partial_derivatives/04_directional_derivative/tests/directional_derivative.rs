//! Directional derivatives: a table, and four facts about walking on a hillside.

use directional_derivative::directional_derivative;
use pencilgrad::strategies::{example, halves, holds, nonzero_half, positive_half, property};
use pencilgrad::strategies::{same, same_within};

/// Rounding of a length.
const ROUNDING: f64 = 1e-12;

fn length(v: &[f64]) -> f64 {
    v.iter().map(|x| x * x).sum::<f64>().sqrt()
}

// The table of the lesson, for the gradient (3, 4). You can do each row with a pencil.
#[test]
fn the_table_of_the_lesson() {
    for (direction, rate) in [
        ([1.0, 0.0], 3.0),
        ([0.0, 1.0], 4.0),
        ([0.6, 0.8], 5.0),
        ([0.8, -0.6], 0.0),
        ([-1.0, 0.0], -3.0),
    ] {
        example(
            "With the gradient (3, 4), the rates of the lesson's table",
            || {
                let yours = directional_derivative(&[3.0, 4.0], &direction);
                let name = format!("your rate along {direction:?}");
                same_within(&name, yours, "the table", rate, ROUNDING)
            },
        )
        .assert();
    }
}

// What goes up on the way there comes down on the way back.
#[test]
fn the_way_back() {
    property(
        "The opposite direction has the opposite rate",
        (halves(3), halves(2), nonzero_half()),
        |(gradient, ahead, last)| {
            let there = [ahead[0], ahead[1], last];
            let back = there.map(|x| -x);
            let rate = |direction: &[f64]| directional_derivative(&gradient, direction);
            same(
                "your rate on the way back",
                rate(&back),
                "minus your rate on the way there",
                -rate(&there),
            )
        },
    )
    .names(["gradient", "_", "_"])
    .assert();
}

// At a right angle to the gradient lies the contour line: level ground.
#[test]
fn level_at_a_right_angle() {
    property(
        "At a right angle to the gradient the rate is 0",
        (nonzero_half(), nonzero_half(), nonzero_half()),
        |(g, h, scale)| {
            let direction = [-h * scale, g * scale];
            let yours = directional_derivative(&[g, h], &direction);
            let name = format!("your rate along {direction:?}");
            same_within(&name, yours, "level ground", 0.0, ROUNDING)
        },
    )
    .names(["g₁", "g₂", "_"])
    .assert();
}

// Cauchy and Schwarz: no direction is steeper than the length of the gradient, and the gradient's own direction
// is exactly as steep.
#[test]
fn the_gradient_is_steepest() {
    property(
        "No rate is above the length of the gradient, and along the gradient it is reached",
        (halves(2), nonzero_half(), halves(2), nonzero_half()),
        |(g, g_last, d, d_last)| {
            let gradient = [g[0], g[1], g_last];
            let direction = [d[0], d[1], d_last];
            let longest = length(&gradient);
            let along = directional_derivative(&gradient, &gradient);
            let told = format!("with the gradient {gradient:?} your rate along it");
            same(&told, along, "the length of the gradient", longest)?;
            let rate = directional_derivative(&gradient, &direction);
            let told = format!("your rate {rate:.4} along {direction:?}\nis not above the length of the gradient, {longest:.4}");
            holds(told, rate.abs() <= longest + ROUNDING)
        },
    )
    .names(["g", "g₃", "d", "d₃"])
    .assert();
}

// A direction says where to go, not how far. Twice as long an arrow points the same way.
#[test]
fn length_does_not_matter() {
    property(
        "A longer arrow in the same direction has the same rate",
        (halves(2), nonzero_half(), nonzero_half(), positive_half()),
        |(gradient, x, y, times)| {
            let rate = |direction: &[f64]| directional_derivative(&gradient, direction);
            let long = [x * times, y * times];
            same(
                &format!("your rate along {long:?}"),
                rate(&long),
                &format!("your rate along {:?}", [x, y]),
                rate(&[x, y]),
            )
        },
    )
    .names(["gradient", "_", "_", "_"])
    .assert();
}
