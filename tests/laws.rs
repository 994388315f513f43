//! The laws: each holds for what is right, and each is broken by a mistake that belongs to it.

use nalgebra::{DMatrix, DVector, dmatrix, dvector};
use pencilgrad::check::{self, Stage, Verdict};
use std::cell::RefCell;

type V = DVector<f64>;

fn weights() -> DMatrix<f64> {
    dmatrix![1.0, 2.0, 3.0; -1.0, 0.5, 2.5]
}

/// f(x) = sin(A x), entry by entry.
fn f(x: &V) -> V {
    (weights() * x).map(f64::sin)
}

fn jacobian(x: &V) -> DMatrix<f64> {
    DMatrix::from_diagonal(&(weights() * x).map(f64::cos)) * weights()
}

fn point() -> V {
    dvector![0.5, -1.0, 0.25]
}

#[test]
fn pushing_forward_and_pulling_back_agree() {
    let jvp = |x: &V, v: &V| jacobian(x) * v;
    let vjp = |x: &V, w: &V| jacobian(x).transpose() * w;
    check::adjoint(jvp, vjp).at(point()).assert();
    let wrong: [fn(&V, &V) -> V; 3] = [
        |x, w| -jacobian(x).transpose() * w,
        |x, w| jacobian(x).transpose() * w * (1.0 + 1e-9),
        |_, w| weights().transpose() * w,
    ];
    for vjp in wrong {
        assert_eq!(
            check::adjoint(jvp, vjp).at(point()).verdict,
            Verdict::Disagrees
        );
    }
    let long = |_: &V, _: &V| dvector![1.0, 2.0];
    assert!(matches!(
        check::adjoint(jvp, long).at(point()).verdict,
        Verdict::Invalid(Stage::Shape(_))
    ));
}

#[test]
fn both_wrong_together_satisfy_the_identity_and_not_the_function() {
    let jvp = |x: &V, v: &V| jacobian(x) * v * 2.0;
    let vjp = |x: &V, w: &V| jacobian(x).transpose() * w * 2.0;
    check::adjoint(jvp, vjp).at(point()).assert();
    assert_eq!(
        check::jvp(f, jvp).at(point()).verdict(),
        &Verdict::Disagrees
    );
    assert_eq!(
        check::vjp(f, vjp).at(point()).verdict(),
        &Verdict::Disagrees
    );
}

#[test]
fn a_pullback_is_linear() {
    let right = |x: &V, w: &V| jacobian(x).transpose() * w;
    check::linear_pullback(f, right).at(point()).assert();
    let forgets_the_cotangent = |x: &V, _: &V| jacobian(x).transpose() * dvector![1.0, 1.0];
    let clips = |x: &V, w: &V| jacobian(x).transpose() * w.map(|e| e.clamp(-1.0, 1.0));
    let adds_a_constant = |x: &V, w: &V| jacobian(x).transpose() * w + dvector![0.0, 1e-9, 0.0];
    for verdict in [
        check::linear_pullback(f, forgets_the_cotangent)
            .at(point())
            .verdict,
        check::linear_pullback(f, clips).at(point()).verdict,
        check::linear_pullback(f, adds_a_constant)
            .at(point())
            .verdict,
    ] {
        assert_eq!(verdict, Verdict::Disagrees);
    }
    let buffer = RefCell::new(DVector::zeros(3));
    let never_cleared = |x: &V, w: &V| {
        *buffer.borrow_mut() += jacobian(x).transpose() * w;
        buffer.borrow().clone()
    };
    let found = check::linear_pullback(f, never_cleared).at(point());
    assert_eq!(found.verdict, Verdict::Disagrees);
    assert!(found.text.contains("cleared"), "{}", found.text);
}

#[test]
fn a_hessian_is_symmetric() {
    let hessian = |x: &V| {
        dmatrix![
            6.0 * x[0] * x[1], 3.0 * x[0] * x[0], 0.0;
            3.0 * x[0] * x[0], 0.0, 0.0;
            0.0, 0.0, x[2].exp()
        ]
    };
    check::symmetric_hessian(|x: &V, v: &V| hessian(x) * v)
        .at(point())
        .assert();
    let upper = |x: &V, v: &V| hessian(x).upper_triangle() * v;
    assert_eq!(
        check::symmetric_hessian(upper).at(point()).verdict,
        Verdict::Disagrees
    );
}

#[test]
fn a_gradient_has_the_shape_of_its_argument() {
    let points = || [(2, 2), (3, 2), (1, 4)].map(|(r, c)| DMatrix::from_element(r, c, 0.5));
    check::shape_law(|w: &DMatrix<f64>| 2.0 * w)
        .at_each(points())
        .assert();
    let found = check::shape_law(|w: &DMatrix<f64>| 2.0 * w.transpose()).at_each(points());
    assert!(matches!(found.verdict, Verdict::Invalid(Stage::Shape(_))));
    assert!(
        found.text.contains("3 × 2") && found.text.contains("2 × 3"),
        "{}",
        found.text
    );
}

#[test]
fn the_taylor_slope_tells_a_gradient_from_none() {
    let loss = |x: &[f64]| (x[0] * x[1]).sin() + x[1].exp();
    let gradient = |x: &[f64]| {
        vec![
            x[1] * (x[0] * x[1]).cos(),
            x[0] * (x[0] * x[1]).cos() + x[1].exp(),
        ]
    };
    check::taylor(loss, gradient).at([0.7, -0.4]).assert();
    let off = |x: &[f64]| gradient(x).iter().map(|g| 1.05 * g).collect::<Vec<_>>();
    assert_eq!(
        check::taylor(loss, off).at([0.7, -0.4]).verdict,
        Verdict::Disagrees
    );
    let line = |x: &[f64]| 2.0 * x[0];
    check::taylor(line, |_: &[f64]| vec![2.0])
        .at([0.7])
        .assert();
}

#[test]
fn a_law_that_panics_or_is_not_started_says_so() {
    let empty = |_: &V, _: &V| -> V { todo!("pull w back") };
    let found = check::linear_pullback(f, empty).at(point());
    assert!(matches!(
        found.verdict,
        Verdict::Invalid(Stage::NotStarted(_))
    ));
    assert!(found.text.contains("pull w back"));
}
