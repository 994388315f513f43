//! The Jacobian of a composition: checked by nudging, by shapes, and by an inverse.

#![allow(unreachable_pub, reason = "a planted mistake is an answer of its own")]

use jacobian_of_composition::jacobian_of_composition;
use nalgebra::{DMatrix, DVector, dmatrix, dvector};
use pencilgrad::{check, sample, strategies};

#[path = "../mistakes/03_entry_by_entry.rs"]
mod entry_by_entry;
#[path = "../mistakes/02_factors_swapped.rs"]
mod factors_swapped;
#[path = "../mistakes/04_no_inner.rs"]
mod no_inner;
#[path = "../mistakes/01_outer_at_u.rs"]
mod outer_at_u;

/// The middle of the lesson's running example: two numbers to two.
fn g(u: &DVector<f64>) -> DVector<f64> {
    dvector![u[0] * u[1], u[0] + u[1] * u[1]]
}

fn jacobian_g(u: &DVector<f64>) -> DMatrix<f64> {
    dmatrix![u[1], u[0]; 1.0, 2.0 * u[1]]
}

/// Two numbers to two as well, so that a wrong order of the factors has a shape that fits.
fn f(v: &DVector<f64>) -> DVector<f64> {
    dvector![v[0] * v[1] + v[1].sin(), v[0] - v[1] * v[1]]
}

fn jacobian_f(v: &DVector<f64>) -> DMatrix<f64> {
    dmatrix![v[1], v[0] + v[1].cos(); 1.0, -2.0 * v[1]]
}

fn points(len: usize, seed: u64) -> Vec<DVector<f64>> {
    let points = sample::halves(len, 32, seed).into_iter();
    points.map(DVector::from_vec).collect()
}

// Each column of the Jacobian is what the outputs do when one input is nudged.
// Both maps take two numbers to two, so every wrong product has a shape that fits. Only the numbers can tell.
#[test]
fn agrees_with_nudging() {
    check::jacobian(
        |u: &DVector<f64>| f(&g(u)),
        |u| jacobian_of_composition(jacobian_f, g, jacobian_g, u),
    )
    .named("the Jacobian of f(g(u)), two numbers to two to two")
    .names(["u"])
    .suspect("argument-replaced", |u| {
        outer_at_u::jacobian_of_composition(jacobian_f, g, jacobian_g, u)
    })
    .suspect("gradient-transposed", |u| {
        factors_swapped::jacobian_of_composition(jacobian_f, g, jacobian_g, u)
    })
    .suspect("elementwise-product-confused", |u| {
        entry_by_entry::jacobian_of_composition(jacobian_f, g, jacobian_g, u)
    })
    .suspect("missing-inner-derivative", |u| {
        no_inner::jacobian_of_composition(jacobian_f, g, jacobian_g, u)
    })
    .at_each(points(2, 6))
    .assert();
}

/// Four numbers to three, for a chain 2 → 4 → 3 in which only one order of the factors fits.
fn wide(v: &DVector<f64>) -> DVector<f64> {
    assert!(
        v.len() == 4,
        "f takes the 4 numbers that g hands on, not {}",
        v.len()
    );
    dvector![v[0] * v[3], v[1] + v[2].sin(), v[3] - v[0]]
}

fn jacobian_wide(v: &DVector<f64>) -> DMatrix<f64> {
    assert!(
        v.len() == 4,
        "jacobian_f takes the 4 numbers that g hands on, not {}",
        v.len()
    );
    dmatrix![
        v[3], 0.0, 0.0, v[0];
        0.0, 1.0, v[2].cos(), 0.0;
        -1.0, 0.0, 0.0, 1.0
    ]
}

fn spread(u: &DVector<f64>) -> DVector<f64> {
    dvector![u[0], u[0] * u[1], u[1], u[0] - u[1]]
}

fn jacobian_spread(u: &DVector<f64>) -> DMatrix<f64> {
    dmatrix![1.0, 0.0; u[1], u[0]; 0.0, 1.0; 1.0, -1.0]
}

// Two numbers to four to three. Now the shapes speak: 3 × 4 times 4 × 2 is the one product that exists.
#[test]
fn order_of_the_factors() {
    check::jacobian(
        |u: &DVector<f64>| wide(&spread(u)),
        |u| jacobian_of_composition(jacobian_wide, spread, jacobian_spread, u),
    )
    .named("the Jacobian of f(g(u)), two numbers to four to three")
    .names(["u"])
    .at_each(points(2, 7))
    .assert();
}

// The map that does nothing has the identity as its Jacobian, and the identity changes no product.
#[test]
fn doing_nothing_changes_nothing() {
    let nothing = |u: &DVector<f64>| u.clone();
    let identity = |u: &DVector<f64>| DMatrix::identity(u.len(), u.len());
    strategies::property(
        "At every u: \"do nothing\" before or after a map leaves its Jacobian as it is",
        strategies::vector(2),
        |u| {
            let before = jacobian_of_composition(jacobian_g, nothing, identity, &u);
            let after = jacobian_of_composition(identity, g, jacobian_g, &u);
            strategies::same("with nothing before", before, "J_g", jacobian_g(&u))?;
            strategies::same("with nothing after", after, "J_g", jacobian_g(&u))
        },
    )
    .names(["u"])
    .assert();
}

fn to_plane(p: &DVector<f64>) -> DVector<f64> {
    let (r, angle) = (p[0], p[1]);
    dvector![r * angle.cos(), r * angle.sin()]
}

fn jacobian_to_plane(p: &DVector<f64>) -> DMatrix<f64> {
    let (r, (sin, cos)) = (p[0], p[1].sin_cos());
    dmatrix![cos, -r * sin; sin, r * cos]
}

fn jacobian_to_polar(point: &DVector<f64>) -> DMatrix<f64> {
    let (x, y) = (point[0], point[1]);
    let r = x.hypot(y);
    dmatrix![x / r, y / r; -y / (r * r), x / (r * r)]
}

// Polar coordinates to the plane, and back again: nothing has moved, so the Jacobian of both is the identity.
// Each of the two Jacobians has to be taken where its own map stands. The way back starts in the plane.
#[test]
fn there_and_back_is_the_identity() {
    strategies::property(
        "From every (r, angle) to the plane and back: the Jacobian is the identity",
        (strategies::positive_half(), strategies::half()),
        |(r, angle)| {
            let polar = dvector![r, angle];
            strategies::same(
                "your Jacobian",
                jacobian_of_composition(jacobian_to_polar, to_plane, jacobian_to_plane, &polar),
                "the identity",
                DMatrix::identity(2, 2),
            )
        },
    )
    .names(["r", "angle"])
    .assert();
}
