//! A tangent plane: it touches, it is a plane, and it fits better the closer you look.

use pencilgrad::strategies::{example, half, halves, holds, property, same};
use tangent_plane::tangent_plane;

/// The surface of the first tests: ab + c.
fn abc(x: &[f64]) -> f64 {
    x[0] * x[1] + x[2]
}

fn slopes_abc(x: &[f64]) -> Vec<f64> {
    vec![x[1], x[0], 1.0]
}

// The numbers of the task: the plane at 15.1, just below the surface.
#[test]
fn the_example_of_the_lesson() {
    example(
        "Above (4.1, 3.2, 2) the plane that touches ab + c at (4, 3, 2)",
        || {
            let yours = tangent_plane(abc, slopes_abc, &[4.0, 3.0, 2.0], &[4.1, 3.2, 2.0]);
            same("yours", yours, "14 + 0.3 + 0.8", 15.1)
        },
    )
    .assert();
}

// Above p itself nothing has moved. There the plane has the height of the surface.
#[test]
fn touches_the_surface() {
    property(
        "Above p the plane has the height of f(p), for f = ab + c",
        halves(3),
        |p| {
            let yours = tangent_plane(abc, slopes_abc, &p, &p);
            same("your plane above p", yours, "f(p)", abc(&p))
        },
    )
    .names(["p"])
    .assert();
}

// If the surface is a plane to begin with, the tangent plane is that plane, however far you go.
#[test]
fn is_exact_for_planes() {
    property(
        "If f is a plane, f = s·x + c, the tangent plane is f itself",
        (halves(2), half(), halves(2), halves(2)),
        |(s, c, p, x)| {
            let f = |x: &[f64]| s[0] * x[0] + s[1] * x[1] + c;
            let yours = tangent_plane(f, |_| s.clone(), &p, &x);
            same("your plane above x", yours, "f(x)", f(&x))
        },
    )
    .names(["s", "c", "p", "x"])
    .assert();
}

// A plane is straight in every direction: above the middle of two places it has the mean of the two heights.
#[test]
fn straight_in_every_direction() {
    property(
        "Halfway from x to y the plane has the mean of its heights above x and y",
        (halves(3), halves(3), halves(3)),
        |(p, x, y)| {
            let above = |place: &[f64]| tangent_plane(abc, slopes_abc, &p, place);
            let middle: Vec<f64> = x.iter().zip(&y).map(|(x, y)| (x + y) / 2.0).collect();
            let mean = (above(&x) + above(&y)) / 2.0;
            same(
                "your plane above the middle",
                above(&middle),
                "the mean of your two heights",
                mean,
            )
        },
    )
    .names(["p", "x", "y"])
    .assert();
}

// What is left over shrinks with the square of the step. For x y + sin x the second derivatives are never larger
// than 1, and the rest is less than the square of the step's length, down to steps of a thousandth.
#[test]
fn leaves_a_small_rest() {
    let f = |x: &[f64]| x[0] * x[1] + x[0].sin();
    let slopes = |x: &[f64]| vec![x[1] + x[0].cos(), x[0]];
    property(
        "The rest, surface minus plane, is at most the square of the step, for x y + sin x",
        (halves(2), halves(2), 0..=3_i32),
        |(p, direction, power)| {
            let step: Vec<f64> = direction.iter().map(|d| d * 10_f64.powi(-power)).collect();
            let x: Vec<f64> = p.iter().zip(&step).map(|(p, d)| p + d).collect();
            let rest = f(&x) - tangent_plane(f, slopes, &p, &x);
            let square = step[0] * step[0] + step[1] * step[1];
            let told =
                format!("after a step {step:?}\nthe rest is {rest:.3e}, at most {square:.3e}");
            holds(told, rest.abs() <= square + 1e-14) // rounding of f
        },
    )
    .names(["p", "direction", "_"])
    .assert();
}
