//! The gradient of a composition: checked by nudging, by its shape, and by linearity.

#![allow(unreachable_pub, reason = "a planted mistake is an answer of its own")]

use gradient_of_composition::gradient_of_composition;
use nalgebra::{DMatrix, DVector, dmatrix, dvector};
use pencilgrad::{check, sample, strategies};

#[path = "../mistakes/03_first_road_only.rs"]
mod first_road_only;
#[path = "../mistakes/06_gradient_of_f.rs"]
mod gradient_of_f;
#[path = "../mistakes/04_last_road_kept.rs"]
mod last_road_kept;
#[path = "../mistakes/01_not_transposed.rs"]
mod not_transposed;
#[path = "../mistakes/02_outer_at_u.rs"]
mod outer_at_u;
#[path = "../mistakes/05_rates_added.rs"]
mod rates_added;

/// The running example of the lesson: v = (u₁u₂, u₁ + u₂²), f = v₁v₂ + sin v₂.
fn g(u: &DVector<f64>) -> DVector<f64> {
    dvector![u[0] * u[1], u[0] + u[1] * u[1]]
}

fn jacobian_g(u: &DVector<f64>) -> DMatrix<f64> {
    dmatrix![u[1], u[0]; 1.0, 2.0 * u[1]]
}

fn f(v: &DVector<f64>) -> f64 {
    v[0] * v[1] + v[1].sin()
}

fn gradient_f(v: &DVector<f64>) -> DVector<f64> {
    dvector![v[1], v[0] + v[1].cos()]
}

type Map<T> = fn(&DVector<f64>) -> T;

/// Checks the answer for one f and one g by nudging; a planted mistake is named where its numbers fit.
fn check_by_nudging(
    name: &str,
    (f, gradient_f): (Map<f64>, Map<DVector<f64>>),
    (g, jacobian_g): (Map<DVector<f64>>, Map<DMatrix<f64>>),
    points: Vec<Vec<f64>>,
) {
    check::gradient(
        |u: &DVector<f64>| f(&g(u)),
        |u| gradient_of_composition(gradient_f, g, jacobian_g, u),
    )
    .named(name)
    .names(["u"])
    .suspect("gradient-transposed", |u| {
        not_transposed::gradient_of_composition(gradient_f, g, jacobian_g, u)
    })
    .suspect("argument-replaced", |u| {
        outer_at_u::gradient_of_composition(gradient_f, g, jacobian_g, u)
    })
    .suspect("one-path-only", |u| {
        first_road_only::gradient_of_composition(gradient_f, g, jacobian_g, u)
    })
    .suspect("last-write-wins", |u| {
        last_road_kept::gradient_of_composition(gradient_f, g, jacobian_g, u)
    })
    .suspect("added-along-path", |u| {
        rates_added::gradient_of_composition(gradient_f, g, jacobian_g, u)
    })
    .suspect("missing-inner-derivative", |u| {
        gradient_of_f::gradient_of_composition(gradient_f, g, jacobian_g, u)
    })
    .at_each(points.into_iter().map(DVector::from_vec))
    .assert();
}

// The numbers of the lesson: (−5.990, 11.980) at u = (2, −1). You can follow each of them in the picture.
#[test]
fn the_example_of_the_lesson() {
    let name = "the gradient of f(g(u)), the lesson's example";
    check_by_nudging(
        name,
        (f, gradient_f),
        (g, jacobian_g),
        vec![vec![2.0, -1.0]],
    );
}

// One point can be lucky. At (2, −1) the two roads have the same ratio for both inputs; elsewhere they do not.
#[test]
fn agrees_with_nudging() {
    let name = "the gradient of f(g(u)), two numbers to two to one";
    let points = sample::halves(2, 64, 6);
    check_by_nudging(name, (f, gradient_f), (g, jacobian_g), points);
}

/// Three numbers to four to one, so that only one product has a shape that fits.
fn four(u: &DVector<f64>) -> DVector<f64> {
    dvector![u[0] * u[1], u[1] * u[2], u[2] * u[0], u[0] + u[1] + u[2]]
}

fn jacobian_four(u: &DVector<f64>) -> DMatrix<f64> {
    dmatrix![
        u[1], u[0], 0.0;
        0.0, u[2], u[1];
        u[2], 0.0, u[0];
        1.0, 1.0, 1.0
    ]
}

fn gradient_last(v: &DVector<f64>) -> DVector<f64> {
    assert!(
        v.len() == 4,
        "gradient_f takes the 4 numbers that g hands on, not {}",
        v.len()
    );
    dvector![v[3], 1.0, -2.0 * v[2], v[0]]
}

fn last(v: &DVector<f64>) -> f64 {
    v[0] * v[3] + v[1] - v[2] * v[2]
}

// A gradient has the shape of what it is taken by: here three numbers, while f has four and g hands on four.
#[test]
fn has_the_shape_of_u() {
    let name = "the gradient of f(g(u)), three numbers to four to one";
    let points = sample::halves(3, 32, 7);
    check_by_nudging(name, (last, gradient_last), (four, jacobian_four), points);
}

// Every road has one factor from f. So twice the rates of f is twice the answer, and a sum of two functions gives
// the sum of the answers. Reverse mode needs this: what comes back from several places is added up.
#[test]
fn linear_in_the_gradient_of_f() {
    let at = |outer: DVector<f64>, u: &DVector<f64>| {
        gradient_of_composition(|_| outer.clone(), four, jacobian_four, u)
    };
    strategies::property(
        "For every ∇f₁, ∇f₂ and u: the answer for f₁ + f₂ is the sum of those for f₁ and f₂",
        (
            strategies::vector(4),
            strategies::vector(4),
            strategies::vector(3),
        ),
        |(first, second, u)| {
            strategies::same(
                "for f₁ + f₂",
                at(&first + &second, &u),
                "for f₁, plus for f₂",
                at(first, &u) + at(second, &u),
            )
        },
    )
    .names(["∇f₁", "∇f₂", "u"])
    .assert();
}
