//! Jacobian-vector and vector-Jacobian products: checked by nudging, against each other, and entry by entry.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a planted mistake is an answer of its own"
)]

use jvp_vjp::{jvp_from_jacobian, vjp_from_jacobian};
use nalgebra::{DMatrix, DVector, dmatrix, dvector};
use pencilgrad::{check, sample, strategies};

#[path = "../mistakes/05_diagonal_only.rs"]
mod diagonal_only;
#[path = "../mistakes/02_first_road_only.rs"]
mod first_road_only;
#[path = "../mistakes/03_last_write.rs"]
mod last_write;
#[path = "../mistakes/01_not_transposed.rs"]
mod not_transposed;

/// Two numbers to two, the middle of the lesson's running example.
fn g(u: &DVector<f64>) -> DVector<f64> {
    dvector![u[0] * u[1], u[0] + u[1] * u[1]]
}

fn jacobian_g(u: &DVector<f64>) -> DMatrix<f64> {
    dmatrix![u[1], u[0]; 1.0, 2.0 * u[1]]
}

// Pushing v forward must say how the outputs move when the input is moved along v.
// Pulling w back gives a gradient: that of the outputs, weighted with w and added up.
#[test]
fn agree_with_nudging() {
    let points = || sample::halves(2, 32, 6).into_iter().map(DVector::from_vec);
    check::jvp(g, |u: &DVector<f64>, v: &DVector<f64>| {
        jvp_from_jacobian(&jacobian_g(u), v)
    })
    .named("the push forward of a direction v")
    .suspect("elementwise-product-confused", |u, v| {
        diagonal_only::jvp_from_jacobian(&jacobian_g(u), v)
    })
    .suspect("one-path-only", |u, v| {
        first_road_only::jvp_from_jacobian(&jacobian_g(u), v)
    })
    .at_each(points())
    .assert();
    // Pulling w back gives the gradient of the outputs, weighted with w and added up.
    let w = dvector![2.0, -3.0];
    check::gradient(
        |u: &DVector<f64>| g(u).dot(&w),
        |u| vjp_from_jacobian(&jacobian_g(u), &w),
    )
    .named("the pull back of w = (2, −3)")
    .names(["u"])
    .suspect("gradient-transposed", |u| {
        not_transposed::vjp_from_jacobian(&jacobian_g(u), &w)
    })
    .suspect("last-write-wins", |u| {
        last_write::vjp_from_jacobian(&jacobian_g(u), &w)
    })
    .suspect("one-path-only", |u| {
        first_road_only::vjp_from_jacobian(&jacobian_g(u), &w)
    })
    .at_each(points())
    .assert();
}

// Both products add up the same table of numbers w[j] J[j, i] v[i], one by rows first, the other by columns first.
// No nudging, no step size, nothing to tune: this is the sharpest test of a transpose.
#[test]
fn adjoint_identity() {
    strategies::property(
        "For every J, v and w: v pushed forward, times w, is v times w pulled back",
        (
            strategies::matrix(3, 2),
            strategies::vector(2),
            strategies::vector(3),
        ),
        |(jacobian, v, w)| {
            strategies::same(
                "⟨pushed v, w⟩",
                jvp_from_jacobian(&jacobian, &v).dot(&w),
                "⟨v, pulled w⟩",
                v.dot(&vjp_from_jacobian(&jacobian, &w)),
            )
        },
    )
    .names(["J", "v", "w"])
    .assert();
}

// Twice as far in is twice as far out. A push forward that looks only at the direction of v is no derivative.
#[test]
fn linear() {
    strategies::property(
        "For every J: pushing 2v + v′ is twice pushing v, plus pushing v′; and so for pulling",
        (
            strategies::matrix(3, 2),
            strategies::matrix(2, 2),
            strategies::matrix(3, 2),
        ),
        |(jacobian, v, w): (DMatrix<f64>, DMatrix<f64>, DMatrix<f64>)| {
            let (v, v_) = (v.column(0).into_owned(), v.column(1).into_owned());
            let (w, w_) = (w.column(0).into_owned(), w.column(1).into_owned());
            let push = |v: &DVector<f64>| jvp_from_jacobian(&jacobian, v);
            let pull = |w: &DVector<f64>| vjp_from_jacobian(&jacobian, w);
            let pushed = push(&(2.0 * &v + &v_));
            strategies::same(
                "push 2v + v′",
                pushed,
                "2 push v + push v′",
                2.0 * push(&v) + push(&v_),
            )?;
            let pulled = pull(&(2.0 * &w + &w_));
            strategies::same(
                "pull 2w + w′",
                pulled,
                "2 pull w + pull w′",
                2.0 * pull(&w) + pull(&w_),
            )
        },
    )
    .names(["J", "(v, v′)", "(w, w′)"])
    .assert();
}

// Push the unit vector of one input, and out comes its column of the Jacobian. Pull back the unit vector of one
// output, and out comes its row. With n inputs n pushes rebuild the table; with one output one pull does.
#[test]
fn basis_vectors_give_columns_and_rows() {
    let basis =
        |len: usize, one: usize| DVector::from_fn(len, |k, _| f64::from(u8::from(k == one)));
    strategies::property(
        "For every J: pushing a unit vector gives a column of J, pulling one back gives a row",
        strategies::matrix(3, 2),
        |jacobian| {
            for input in 0..2 {
                let pushed = jvp_from_jacobian(&jacobian, &basis(2, input));
                strategies::same(
                    "pushed",
                    pushed,
                    "column",
                    jacobian.column(input).into_owned(),
                )?;
            }
            for output in 0..3 {
                let pulled = vjp_from_jacobian(&jacobian, &basis(3, output));
                strategies::same("pulled", pulled, "row", jacobian.row(output).transpose())?;
            }
            Ok(())
        },
    )
    .names(["J"])
    .assert();
}
