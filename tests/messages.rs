//! What a learner reads when a claim is wrong.

use nalgebra::{DMatrix, DVector};
use pencilgrad::check::{self, Stage, Verdict};
use pencilgrad::{sample, strategies};

fn lines_fit(text: &str) {
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "too wide: {line}");
    }
}

#[test]
fn a_right_derivative_passes_at_every_point() {
    let report = check::derivative(|x| x * x, |x| 2.0 * x).at_each(sample::numbers(64, 7));
    assert!(report.verdict().agrees(), "{report}");
    report.assert();
}

#[test]
fn a_lost_factor_two_is_named() {
    let report = check::derivative(|x| x * x, |x| x)
        .named("d_square")
        .at_each(sample::numbers(64, 7));
    let text = report.to_string();
    println!("{text}");
    lines_fit(&text);
    assert_eq!(report.verdict(), &Verdict::Disagrees);
    assert_eq!(
        report.diagnosis().unwrap().mistake.as_deref(),
        Some("factor-two")
    );
    assert!(text.starts_with("d_square: wrong at "), "{text}");
    assert!(
        text.contains("by nudging") && text.contains("<--"),
        "{text}"
    );
}

#[test]
fn a_mean_without_its_one_over_m_is_named_by_the_batch() {
    let rows = DMatrix::from_fn(7, 2, |i, j| (i as f64 - 3.0) * 0.5 + j as f64);
    let y = DVector::from_fn(7, |i, _| (i % 3) as f64);
    let loss = |w: &DVector<f64>| (&rows * w - &y).norm_squared() / 7.0;
    let claim = |w: &DVector<f64>| rows.transpose() * (&rows * w - &y) * 2.0;
    let points = (0..8).map(|seed| sample::vector(2, seed));
    let report = check::gradient(loss, claim)
        .names(["w"])
        .batch(7)
        .at_each(points);
    let text = report.to_string();
    println!("{text}");
    lines_fit(&text);
    assert_eq!(
        report.diagnosis().unwrap().mistake.as_deref(),
        Some("mean-factor-missing")
    );
    assert!(text.contains("w[0]") && text.contains("7.0000"), "{text}");
}

#[test]
fn a_suspect_is_named() {
    let f = |x: f64| x * x * x.sin();
    let wrong = |x: f64| 2.0 * x * x.cos();
    let report = check::derivative(f, wrong)
        .suspect("product-of-derivatives", wrong)
        .at_each(sample::numbers(64, 7));
    println!("{report}");
    let diagnosis = report.diagnosis().unwrap();
    assert_eq!(diagnosis.mistake.as_deref(), Some("product-of-derivatives"));
}

#[test]
fn what_is_right_is_said() {
    let f = |x: &[f64]| x[0] * x[1] + x[2];
    let wrong = |x: &[f64]| vec![x[1] + x[0], x[0], 1.0];
    let report = check::gradient(f, wrong)
        .names(["a", "b", "c"])
        .at_each(sample::halves(3, 64, 1));
    let text = report.to_string();
    println!("{text}");
    assert!(text.contains("d/db, d/dc are always correct"), "{text}");
}

#[test]
fn todo_is_not_started_yet() {
    let claim = |x: f64| -> f64 { todo!("the derivative of x² at x = {x}") };
    let report = check::derivative(|x| x * x, claim)
        .named("d_square")
        .at_each(sample::numbers(4, 7));
    let text = report.to_string();
    assert!(matches!(
        report.verdict(),
        Verdict::Invalid(Stage::NotStarted(_))
    ));
    assert!(
        text.starts_with("d_square: not started yet. To do: the derivative of x² at x ="),
        "{text}"
    );
}

#[test]
fn bad_input_has_its_own_sentence() {
    let invalid = |report: &check::Report| match report.verdict() {
        Verdict::Invalid(stage) => stage.clone(),
        other => panic!("{other:?}"),
    };
    let f = |w: &DMatrix<f64>| w.norm_squared();
    let transposed =
        check::gradient(f, |w| 2.0 * w.transpose()).at(DMatrix::from_element(2, 3, 1.0));
    assert!(
        matches!(invalid(&transposed), Stage::Shape(text) if text.contains("3 × 2") && text.contains("transposed?"))
    );
    let nan = check::derivative(|x| x, |_| f64::NAN).at(1.0);
    assert!(matches!(invalid(&nan), Stage::Claim(_)));
    let outside = check::derivative(f64::ln, |x| 1.0 / x).at(-1.0);
    assert!(matches!(invalid(&outside), Stage::Value(_)));
    let point = check::derivative(|x| x, |_| 1.0).at(f64::INFINITY);
    assert!(matches!(invalid(&point), Stage::Point(_)));
    let empty = check::gradient(|_: &[f64]| 0.0, |_| Vec::<f64>::new()).at(Vec::new());
    assert!(matches!(invalid(&empty), Stage::Point(_)));
    let panics = check::gradient(|x: &[f64]| x[0], |x: &[f64]| vec![x[7]]).at([1.0]);
    assert!(matches!(invalid(&panics), Stage::Panic(text) if text.contains("index out of bounds")));
}

#[test]
fn products_jacobians_and_hessians_are_checked() {
    let a = DMatrix::from_row_slice(2, 3, &[1.0, 2.0, 3.0, -1.0, 0.5, 2.5]);
    let f = |x: &DVector<f64>| (&a * x).map(f64::sin);
    let jacobian = |x: &DVector<f64>| DMatrix::from_diagonal(&(&a * x).map(f64::cos)) * &a;
    let x = || DVector::from_vec(vec![0.5, -1.0, 0.25]);
    check::jacobian(f, jacobian).at(x()).assert();
    check::jvp(f, |x, v| jacobian(x) * v).at(x()).assert();
    check::vjp(f, |x, w| jacobian(x).transpose() * w)
        .at(x())
        .assert();
    check::adjoint(
        |x: &DVector<f64>, v: &DVector<f64>| jacobian(x) * v,
        |x: &DVector<f64>, w: &DVector<f64>| jacobian(x).transpose() * w,
    )
    .at(x())
    .assert();
    let wrong = check::adjoint(
        |x: &DVector<f64>, v: &DVector<f64>| jacobian(x) * v,
        |x: &DVector<f64>, w: &DVector<f64>| -jacobian(x).transpose() * w,
    );
    assert_eq!(wrong.at(x()).verdict, Verdict::Disagrees);

    let q = |x: &DVector<f64>| x[0].powi(3) * x[1] + x[2].exp();
    let hessian = |x: &DVector<f64>| {
        DMatrix::from_row_slice(
            3,
            3,
            &[
                6.0 * x[0] * x[1],
                3.0 * x[0] * x[0],
                0.0,
                3.0 * x[0] * x[0],
                0.0,
                0.0,
                0.0,
                0.0,
                x[2].exp(),
            ],
        )
    };
    let report = check::hessian(q, hessian).resolution(1e-4).at(x());
    println!("{report}");
    report.assert();
    let gradient = |x: &DVector<f64>| {
        DVector::from_vec(vec![3.0 * x[0] * x[0] * x[1], x[0].powi(3), x[2].exp()])
    };
    check::hvp(gradient, |x, v| hessian(x) * v).at(x()).assert();
    let off = check::hvp(gradient, |x, v| hessian(x) * v * 1.0001).at(x());
    assert_eq!(off.verdict(), &Verdict::Disagrees);
}

#[test]
fn a_kink_is_no_mistake() {
    let relu = |x: f64| x.max(0.0);
    let claim = |x: f64| if x > 0.0 { 1.0 } else { 0.0 };
    let report = check::derivative(relu, claim).at_each(sample::numbers(64, 7));
    println!("{report}");
    report.assert();
    assert!(report.to_string().contains("skipped at kinks"));
    check::derivative(relu, claim).at(0.0).assert();
}

#[test]
fn tuples_name_their_blocks() {
    let x = DVector::from_vec(vec![1.0, 2.0]);
    let loss = |(w, b): &(DMatrix<f64>, DVector<f64>)| (w * &x + b).norm_squared();
    let claim = |(w, b): &(DMatrix<f64>, DVector<f64>)| {
        let z = w * &x + b;
        (2.0 * &z * x.transpose(), z)
    };
    let report = check::gradient(loss, claim)
        .names(["W", "b"])
        .at((sample::matrix(3, 2, 1), sample::vector(3, 2)));
    let text = report.to_string();
    println!("{text}");
    assert!(
        text.contains("d/dW[2,1]") && text.contains("d/db[0]"),
        "{text}"
    );
}

#[test]
fn a_property_says_what_fails_and_where() {
    let wrong = |x: f64| 2.0 * x + 1.0;
    let found = strategies::property(
        "Doubling f doubles its derivative",
        strategies::half(),
        |x| strategies::same("d(2f)", wrong(x), "2 df", 4.0 * x),
    );
    let text = found.to_string();
    println!("{text}");
    lines_fit(&text);
    assert!(!found.holds());
    assert!(
        text.starts_with("Doubling f doubles its derivative: fails at "),
        "{text}"
    );
    strategies::property("x is x", strategies::half(), |x| {
        strategies::same("x", x, "x", x)
    })
    .assert();
}

#[test]
fn a_function_given_as_its_own_derivative_is_named() {
    let report = check::derivative(|x| x * x, |x| x * x).at_each(sample::numbers(64, 7));
    let diagnosis = report.diagnosis().unwrap();
    assert_eq!(diagnosis.mistake.as_deref(), Some("not-differentiated"));
}
