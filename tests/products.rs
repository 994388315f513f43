//! Jacobians, sparse and full, products with them, Hessians, an oracle, and what a point cannot show.

use nalgebra::{DMatrix, DVector, dmatrix, dvector};
use pencilgrad::autodiff::Dual;
use pencilgrad::check::{self, Stage, Verdict};
use pencilgrad::params::{Block, Params};
use std::cell::Cell;

type V = DVector<f64>;

/// A chain of n outputs, each of itself and its neighbours.
fn chain(x: &[f64]) -> Vec<f64> {
    let n = x.len();
    (0..n)
        .map(|i| {
            let left = if i > 0 { x[i - 1] } else { 0.0 };
            let right = if i + 1 < n { x[i + 1] } else { 0.0 };
            x[i].sin() - 0.5 * left * right
        })
        .collect()
}

fn chain_entries(x: &[f64]) -> Vec<(usize, usize, f64)> {
    let n = x.len();
    let mut entries = Vec::new();
    for i in 0..n {
        entries.push((i, i, x[i].cos()));
        if i > 0 && i + 1 < n {
            entries.push((i, i - 1, -0.5 * x[i + 1]));
            entries.push((i, i + 1, -0.5 * x[i - 1]));
        }
    }
    entries
}

fn point(n: usize) -> Vec<f64> {
    (0..n).map(|k| 0.3 + 0.17 * (k % 7) as f64).collect()
}

#[test]
fn a_sparse_jacobian_costs_a_few_evaluations_a_group() {
    let report = check::sparse_jacobian(chain, chain_entries).at(point(300));
    println!(
        "{report} {} evaluations for 300 inputs",
        report.evaluations()
    );
    assert!(report.verdict().agrees(), "{report}");
    assert!(report.evaluations() < 500, "{}", report.evaluations());
}

#[test]
fn a_wrong_entry_and_an_entry_outside_the_pattern_are_seen() {
    let wrong = |x: &[f64]| {
        let mut entries = chain_entries(x);
        entries[10].2 *= 1.0 + 1e-5;
        entries
    };
    let (row, col, _) = chain_entries(&point(40))[10];
    let report = check::sparse_jacobian(chain, wrong).at(point(40));
    assert_eq!(report.verdict(), &Verdict::Disagrees);
    assert!(
        report.to_string().contains(&format!("df[{row}]/dx[{col}]")),
        "{report}"
    );
    for missing in [3, 10, 25] {
        let dropped = |x: &[f64]| {
            let mut entries = chain_entries(x);
            entries.remove(missing);
            entries
        };
        let report = check::sparse_jacobian(chain, dropped).at(point(40));
        assert_eq!(
            report.verdict(),
            &Verdict::Disagrees,
            "without entry {missing}"
        );
    }
    let nowhere = check::sparse_jacobian(chain, |_: &[f64]| vec![(99, 0, 1.0)]).at(point(4));
    assert!(matches!(
        nowhere.verdict(),
        Verdict::Invalid(Stage::Shape(_))
    ));
}

#[test]
fn products_are_judged_for_several_directions() {
    let a = dmatrix![1.0, 2.0, 3.0; -1.0, 0.5, 2.5];
    let f = |x: &V| (&a * x).map(f64::sin);
    let jacobian = |x: &V| DMatrix::from_diagonal(&(&a * x).map(f64::cos)) * &a;
    let x = || dvector![0.5, -1.0, 0.25];
    check::jacobian(f, jacobian).at(x()).assert();
    check::jvp(f, |x, v| jacobian(x) * v).at(x()).assert();
    check::vjp(f, |x, w| jacobian(x).transpose() * w)
        .at(x())
        .assert();
    let absolute = |x: &V, v: &V| jacobian(x) * v.map(f64::abs);
    assert_eq!(
        check::jvp(f, absolute).at(x()).verdict(),
        &Verdict::Disagrees
    );
    let ones = |x: &V, _: &V| jacobian(x).transpose() * dvector![1.0, 1.0];
    assert_eq!(check::vjp(f, ones).at(x()).verdict(), &Verdict::Disagrees);
    let transposed = check::jacobian(f, |x| jacobian(x).transpose()).at(x());
    assert!(
        matches!(transposed.verdict(), Verdict::Invalid(Stage::Shape(text)) if text.contains("transposed?"))
    );
}

#[test]
fn a_hessian_is_judged_from_values() {
    let f = |x: &V| x[0].powi(3) * x[1] + x[2].exp() * x[0];
    let hessian = |x: &V| {
        let e = x[2].exp();
        dmatrix![
            6.0 * x[0] * x[1], 3.0 * x[0] * x[0], e;
            3.0 * x[0] * x[0], 0.0, 0.0;
            e, 0.0, e * x[0]
        ]
    };
    let x = || dvector![0.5, -1.0, 0.25];
    check::hessian(f, hessian).at(x()).assert();
    for (i, j) in [(0, 0), (0, 1), (2, 0), (1, 1)] {
        let off = |x: &V| {
            let mut h = hessian(x);
            h[(i, j)] += 1e-5;
            h
        };
        assert_eq!(
            check::hessian(f, off).at(x()).verdict(),
            &Verdict::Disagrees,
            "entry {i} {j}"
        );
    }
}

#[test]
fn an_oracle_decides_what_nudging_cannot() {
    // A value on an offset of 10⁹: its own rounding hides the last digits of the derivative.
    let f = |x: &[f64]| 1e9 + x[0].sin() * x[1];
    let exact = |x: &[Dual]| 1e9 + x[0].sin() * x[1];
    let claim = |x: &[f64]| vec![x[0].cos() * x[1], x[0].sin()];
    let without = check::gradient(f, claim).at([0.5, 2.0]);
    assert!(
        matches!(without.verdict(), Verdict::Undecided(_)),
        "{without}"
    );
    let with = check::gradient(f, claim).oracle(exact).at([0.5, 2.0]);
    assert!(with.verdict().agrees(), "{with}");
    let off = |x: &[f64]| vec![x[0].cos() * x[1] * (1.0 + 1e-9), x[0].sin()];
    let caught = check::gradient(f, off).oracle(exact).at([0.5, 2.0]);
    assert_eq!(caught.verdict(), &Verdict::Disagrees, "{caught}");
    // An oracle of another function is not believed.
    let other = |x: &[Dual]| 1e9 + x[0].sin() * x[1] * 2.0;
    let found = check::gradient(|x: &[f64]| x[0].sin() * x[1], claim)
        .oracle(other)
        .at([0.5, 2.0]);
    assert!(found.verdict().agrees(), "{found}");
}

#[test]
fn a_value_that_is_not_the_functions_is_named() {
    let f = |x: &[f64]| x[0] * x[0];
    check::value_and_gradient(f, |x| (x[0] * x[0], vec![2.0 * x[0]]))
        .at([3.0])
        .assert();
    let halved = check::value_and_gradient(f, |x| (0.5 * x[0] * x[0], vec![2.0 * x[0]])).at([3.0]);
    assert!(
        matches!(halved.verdict(), Verdict::Invalid(Stage::ValueDiffers(text)) if text.contains("4.5") && text.contains('9')),
        "{halved}"
    );
}

/// A point of the caller's own type, that can be changed behind a shared reference.
struct Weights {
    w: Cell<f64>,
    b: Cell<f64>,
}

impl Params for Weights {
    type Owned = Weights;
    fn blocks(&self) -> Vec<Block> {
        vec![Block::number(), Block::number()]
    }
    fn flatten_into(&self, flat: &mut Vec<f64>) {
        flat.extend([self.w.get(), self.b.get()]);
    }
    fn rebuild(&self, flat: &[f64]) -> Weights {
        Weights {
            w: Cell::new(flat[0]),
            b: Cell::new(flat[1]),
        }
    }
}

#[test]
fn a_gradient_that_changes_its_point_is_named() {
    let point = || Weights {
        w: Cell::new(2.0),
        b: Cell::new(1.0),
    };
    let loss = |p: &Weights| (p.w.get() * 3.0 + p.b.get()).powi(2);
    let gradient = |p: &Weights| {
        let z = 2.0 * (p.w.get() * 3.0 + p.b.get());
        (3.0 * z, z)
    };
    check::gradient(loss, gradient)
        .names(["w", "b"])
        .at(point())
        .assert();
    let steps_too = |p: &Weights| {
        let g = gradient(p);
        p.w.set(p.w.get() - 0.1 * g.0);
        g
    };
    let report = check::gradient(loss, steps_too).at(point());
    assert!(
        matches!(report.verdict(), Verdict::Invalid(Stage::PointChanged(_))),
        "{report}"
    );
}

#[test]
fn a_pass_says_what_the_point_could_not_have_shown() {
    // At b = 0 the penalty's gradient vanishes: dropping it cannot be seen.
    let f = |(w, b): &(V, V)| w.norm_squared() + b.norm_squared();
    let claim = |(w, b): &(V, V)| (2.0 * w, 2.0 * b);
    let report = check::gradient(f, claim)
        .names(["w", "b"])
        .at((dvector![1.0, 2.0], dvector![0.0, 0.0]));
    let text = report.to_string();
    assert!(report.verdict().agrees());
    assert!(
        text.contains("could not have shown") && text.contains("b zero"),
        "{text}"
    );
    assert!(!text.contains("w zero"), "{text}");
    // At a second point it can.
    let points = [
        (dvector![1.0, 2.0], dvector![0.0, 0.0]),
        (dvector![1.0, 2.0], dvector![0.5, 1.5]),
    ];
    let text = check::gradient(f, claim)
        .names(["w", "b"])
        .at_each(points)
        .to_string();
    assert!(!text.contains("could not have shown"), "{text}");
}

#[test]
fn a_report_gives_the_seed_and_the_ladder_on_request() {
    let report = check::gradient(|x: &[f64]| x[0].exp(), |x| vec![1.01 * x[0].exp()])
        .seed(42)
        .at([0.5]);
    assert!(report.to_string().contains(".seed(42)"), "{report}");
    let ladder = report.ladder();
    println!("{ladder}");
    assert!(
        ladder.contains("d/dx[0]") && ladder.contains("step"),
        "{ladder}"
    );
}
