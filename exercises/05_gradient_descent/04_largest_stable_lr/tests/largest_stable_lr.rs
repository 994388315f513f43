//! The limit of the learning rate: the practical of the lesson, and the edge itself.

use largest_stable_lr::largest_stable_lr;
use nalgebra::{DMatrix, DVector, dmatrix};
use pencilgrad::strategies::{example, holds, matrix, nonzero_half, property, same_within, vector};

/// What the task allows, as a share of the answer.
const SHARE: f64 = 1e-3;

/// A Hessian without negative curvatures: B Bᵀ, plus a little along each axis.
fn hessian(b: &DMatrix<f64>) -> DMatrix<f64> {
    b * b.transpose() + DMatrix::identity(b.nrows(), b.nrows()) * 0.25
}

/// The largest curvature, by another method than power iteration.
fn steepest(hessian: &DMatrix<f64>) -> f64 {
    hessian.symmetric_eigenvalues().max()
}

// The three samples x = -2, 0, 1 with the entries x², x and 1. The Hessian of the mean error is the mean of their
// products. Its largest curvature is 7.184, and the rate 1 of the lesson was far above the limit.
#[test]
fn the_practical_of_the_lesson() {
    example("For the fit of the lesson the limit is 0.2784", || {
        let hessian = dmatrix![17.0, -7.0, 5.0; -7.0, 5.0, -1.0; 5.0, -1.0, 3.0] / 3.0;
        same_within(
            "yours",
            largest_stable_lr(&hessian),
            "the lesson's",
            0.2784,
            5e-5,
        )
    })
    .assert();
    example(
        "A flat function has no limit: the answer is infinite",
        || {
            let yours = largest_stable_lr(&DMatrix::zeros(2, 2));
            holds(
                format!("for a Hessian of zeros it is infinite, you return {yours}"),
                yours == f64::INFINITY,
            )
        },
    )
    .assert();
}

// Valleys that lie askew, in three dimensions. The steepest direction is neither an axis nor a diagonal.
#[test]
fn finds_the_steepest_direction() {
    property(
        "The limit is that of the steepest direction",
        matrix(3, 3),
        |b| {
            let hessian = hessian(&b);
            let limit = 2.0 / steepest(&hessian);
            same_within(
                "yours",
                largest_stable_lr(&hessian),
                "the limit",
                limit,
                SHARE * limit,
            )
        },
    )
    .names(["B of H = B Bᵀ + ¼ I"])
    .assert();
}

// A function a thousand times as high has a thousandth of the limit. Error in other units, rate in other units.
#[test]
fn other_units() {
    property(
        "For c times the function the limit is divided by c",
        (matrix(2, 2), -6..=6_i32),
        |(b, power)| {
            let (hessian, c) = (hessian(&b), 10_f64.powi(power));
            let expected = largest_stable_lr(&hessian) / c;
            let yours = largest_stable_lr(&(hessian * c));
            same_within(
                &format!("yours for {c:e} times f"),
                yours,
                "yours for f, divided,",
                expected,
                SHARE * expected,
            )
        },
    )
    .names(["B", "_"])
    .assert();
}

// A start at a right angle to the steepest direction never finds it. Here the steepest direction is (a, b, 0, 0), in
// its turn at each pair of axes, and all others have the curvature 1. Whatever vector you start with, try another.
#[test]
fn no_start_is_safe() {
    property(
        "The limit is found wherever the steepest direction lies",
        (nonzero_half(), nonzero_half(), 0..4_usize, 1..4_usize),
        |(a, b, first, further)| {
            let mut direction = DVector::zeros(4);
            direction[first] = a;
            direction[(first + further) % 4] = b;
            let direction = direction.normalize();
            let hessian = DMatrix::identity(4, 4) + &direction * direction.transpose() * 3.0;
            let name = format!(
                "yours with the curvature 4 along {:.3?}",
                direction.as_slice()
            );
            same_within(&name, largest_stable_lr(&hessian), "the limit", 0.5, SHARE)
        },
    )
    .names(["a", "b", "first", "further"])
    .assert();
}

// What the number is for: descent with a little less comes to rest, and with a little more it runs away.
#[test]
fn just_below_and_just_above() {
    property(
        "Just below your limit descent shrinks, just above it grows",
        (matrix(2, 2), vector(2)),
        |(b, start)| {
            let hessian = hessian(&b);
            let start = start + DVector::from_vec(vec![0.3, 0.1]); // not exactly along a flat direction
            let limit = largest_stable_lr(&hessian);
            let after = |lr: f64| {
                let (mut x, mut y) = (start[0], start[1]);
                for _ in 0..1000 {
                    let slope = |row: usize| hessian[(row, 0)] * x + hessian[(row, 1)] * y;
                    (x, y) = (x - lr * slope(0), y - lr * slope(1));
                }
                x.hypot(y)
            };
            let (below, above) = (after(0.99 * limit), after(1.01 * limit));
            let told = format!("with 0.99 of your limit {limit:.4}\nthe distance shrinks to nothing, it is {below:.3e}");
            holds(told, below < 1e-3)?;
            let told = format!("with 1.01 of your limit {limit:.4}\nthe distance grows and grows, it is {above:.3e}");
            holds(told, above > 1e3)
        },
    )
    .names(["B", "start"])
    .assert();
}
