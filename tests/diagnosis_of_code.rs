//! Wrong code as people write it for the book's losses, layers and rules: is its mistake named from the numbers alone?
//!
//! None is made by the hypotheses of the diagnosis: each is the right code with one slip, and the id is the slip's own.
//! A slip that leaves no trace in the numbers may stay without a name; it must not get a wrong one.

use nalgebra::{DMatrix, DVector, dmatrix, dvector};
use pencilgrad::check::{self, Report};
use pencilgrad::sample;
use std::cell::RefCell;

type M = DMatrix<f64>;
type V = DVector<f64>;

fn data() -> M {
    dmatrix![1.0, -0.5, 2.0; 0.5, 1.5, -1.0; -1.0, 0.5, 0.25; 2.0, 1.0, -0.5; -0.75, -1.5, 1.0]
}

fn labels() -> V {
    dvector![1.0, 0.0, 1.0, 1.0, 0.0]
}

fn targets() -> M {
    dmatrix![0.5, -1.0; 1.5, 0.25; -0.5, 2.0; 1.0, 1.0; 0.0, -0.75]
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

fn vectors(n: usize) -> Vec<V> {
    (0..8).map(|seed| sample::vector(n, seed) * 0.5).collect()
}

fn layers() -> Vec<(M, V)> {
    (0..6)
        .map(|s| (sample::matrix(2, 3, s) * 0.5, sample::vector(2, s + 50)))
        .collect()
}

fn softmax_rows(z: &M) -> M {
    let mut p = z.map(f64::exp);
    for mut row in p.row_iter_mut() {
        let total = row.sum();
        row /= total;
    }
    p
}

/// What came out: the id that belongs, what the code does, the report.
struct Outcome(&'static str, &'static str, Report);

fn curve(
    id: &'static str,
    what: &'static str,
    f: fn(f64) -> f64,
    wrong: fn(f64) -> f64,
) -> Outcome {
    let points = (0..24).map(|k| 0.3 + f64::from(k) / 8.0);
    Outcome(id, what, check::derivative(f, wrong).at_each(points))
}

#[rustfmt::skip]
fn curves() -> Vec<Outcome> {
    vec![
        curve("factor-two", "(x³ + 1)², the 2 lost", |x| (x * x * x + 1.0).powi(2), |x| 3.0 * x * x * (x * x * x + 1.0)),
        curve("missing-inner-derivative", "sin(x²)", |x| (x * x).sin(), |x| (x * x).cos()),
        curve("missing-inner-derivative", "exp(x³)", |x| (0.2 * x * x * x).exp() * 5.0, |x| (0.2 * x * x * x).exp() * 5.0 * 0.2),
        curve("missing-inner-derivative", "tanh(x²)", |x| (x * x).tanh(), |x| 1.0 - (x * x).tanh().powi(2)),
        curve("missing-inner-derivative", "cos(1/x)", |x| (1.0 / x).cos(), |x| -(1.0 / x).sin()),
        curve("missing-inner-derivative", "ln(cos)", |x| (2.0 + x.sin()).ln(), |x| 1.0 / (2.0 + x.sin())),
        curve("missing-inner-derivative", "sin(√x)", |x| x.sqrt().sin(), |x| x.sqrt().cos()),
        curve("missing-inner-derivative", "exp(−x) inside a square", |x| (1.0 + x.exp()).powi(3), |x| 3.0 * (1.0 + x.exp()).powi(2)),
        curve("missing-inner-derivative", "arctan inside", |x| x.atan().powi(3), |x| 3.0 * x.atan().powi(2)),
        curve("trig-sign", "cosine without its minus", f64::cos, f64::sin),
        curve("trig-sign", "minus for the sine", |x| x.sin() * 2.0, |x| -2.0 * x.cos()),
        curve("exponential-sign", "exp(−x) without its minus", |x| (-x).exp(), |x| (-x).exp()),
        curve("missing-log-factor", "2ˣ", |x| x.exp2(), f64::exp2),
        curve("log-rule", "log₁₀ as ln", |x| x.log10(), |x| 1.0 / x),
        curve("power-exponent-not-lowered", "x⁵", |x| x.powi(5), |x| 5.0 * x.powi(5)),
        curve("power-lost-coefficient", "x⁷", |x| x.powi(7), |x| x.powi(6)),
        curve("power-exponent-raised", "x³", |x| x.powi(3), |x| 3.0 * x.powi(4)),
        curve("constant-factor-lost", "5 sin x", |x| 5.0 * x.sin(), f64::cos),
        curve("constant-not-zeroed", "x² − 9", |x| x * x - 9.0, |x| 2.0 * x - 9.0),
        curve("activation-derivative-of-output", "σ′ at σ(x)", sigmoid, |x| { let a = sigmoid(sigmoid(x)); a * (1.0 - a) }),
        curve("activation-derivative-of-output", "z(1 − z) for a(1 − a)", sigmoid, |z| z * (1.0 - z)),
        curve("activation-derivative-of-output", "tanh′ at tanh(x)", f64::tanh, |x| 1.0 - x.tanh().tanh().powi(2)),
        curve("not-differentiated", "the function itself", |x| x * x.cos() + 1.0, |x| x * x.cos() + 1.0),
        curve("precision-lost", "π in single precision", |x| (std::f64::consts::PI * x).sin(), |x| f64::from(std::f32::consts::PI) * (std::f64::consts::PI * x).cos()),
    ]
}

/// Linear regression, the mean of half squares over 5 rows, with a small penalty.
fn regression(id: &'static str, what: &'static str, wrong: fn(&V) -> V) -> Outcome {
    let loss = |w: &V| (data() * w - labels()).norm_squared() / 10.0 + 0.05 * w.norm_squared();
    let report = check::gradient(loss, wrong)
        .names(["w"])
        .batch(5)
        .at_each(vectors(3));
    Outcome(id, what, report)
}

fn residual(w: &V) -> V {
    data() * w - labels()
}

#[rustfmt::skip]
fn regressions() -> Vec<Outcome> {
    let kept: RefCell<Option<V>> = RefCell::new(None);
    let stale = move |w: &V| {
        let r = kept.borrow_mut().get_or_insert_with(|| data() * w - labels()).clone();
        data().transpose() * r / 5.0
    };
    let loss = |w: &V| residual(w).norm_squared() / 10.0;
    let plain = |w: &V| data().transpose() * residual(w);
    let of = |id, what, report| Outcome(id, what, report);
    let checked = |wrong: &dyn Fn(&V) -> V| check::gradient(loss, wrong).names(["w"]).batch(5).at_each(vectors(3));
    vec![
        regression("regularisation-term", "penalty forgotten", |w| data().transpose() * residual(w) / 5.0),
        regression("regularisation-term", "penalty's 2 forgotten", |w| data().transpose() * residual(w) / 5.0 + 0.05 * w),
        regression("regularisation-term", "penalty subtracted", |w| data().transpose() * residual(w) / 5.0 - 0.1 * w),
        regression("regularisation-term", "penalty of absolute values added", |w| data().transpose() * residual(w) / 5.0 + 0.1 * w + 0.01 * w.map(f64::signum)),
        of("mean-factor-missing", "no 1/m", checked(&plain)),
        of("mean-factor-missing", "1/m twice", checked(&|w| plain(w) / 25.0)),
        of("mean-factor-missing", "2/m for 1/m's half", checked(&|w| plain(w) * 2.0)),
        of("factor-two", "the ½ forgotten", checked(&|w| plain(w) * 0.4)),
        of("sign-lost", "y − Xw", checked(&|w| -plain(w) / 5.0)),
        of("index-shifted", "columns off by one", checked(&|w| { let g = plain(w) / 5.0; dvector![g[1], g[2], g[0]] })),
        of("index-shifted", "columns from the right", checked(&|w| { let g = plain(w) / 5.0; dvector![g[2], g[1], g[0]] })),
        of("index-shifted", "two columns mixed up", checked(&|w| { let g = plain(w) / 5.0; dvector![g[1], g[0], g[2]] })),
        of("stale-cache", "the residual of the first call", checked(&stale)),
        of("always-zero", "the residual of the prediction with itself", checked(&|w| { let p = data() * w; data().transpose() * (&p - &p.clone()) })),
        of("precision-lost", "1/m with seven digits", checked(&|w| plain(w) * f64::from(0.2_f32))),
    ]
}

/// A linear layer, the mean over the batch of half squares.
fn layer(id: &'static str, what: &'static str, wrong: fn(&M, &V, &M, &M) -> (M, V)) -> Outcome {
    let loss = |(w, b): &(M, V)| errors(w, b).norm_squared() / 10.0;
    let claim = move |(w, b): &(M, V)| wrong(w, b, &data(), &(errors(w, b) / 5.0));
    let report = check::gradient(loss, claim)
        .names(["W", "b"])
        .batch(5)
        .at_each(layers());
    Outcome(id, what, report)
}

fn errors(w: &M, b: &V) -> M {
    let mut z = data() * w.transpose() - targets();
    for mut row in z.row_iter_mut() {
        row += b.transpose();
    }
    z
}

fn summed(d: &M) -> V {
    d.row_sum().transpose()
}

#[rustfmt::skip]
fn linear_layers() -> Vec<Outcome> {
    vec![
        layer("mean-factor-missing", "bias without the mean", |_, _, x, d| (d.transpose() * x, 5.0 * summed(d))),
        layer("mean-factor-missing", "bias averaged once more", |_, _, x, d| (d.transpose() * x, summed(d) / 5.0)),
        layer("mean-factor-missing", "weights without the mean", |_, _, x, d| (5.0 * d.transpose() * x, summed(d))),
        layer("mean-factor-missing", "both without the mean", |_, _, x, d| (5.0 * d.transpose() * x, 5.0 * summed(d))),
        layer("bias-gradient-not-summed", "the bias takes the first row", |_, _, x, d| (d.transpose() * x, d.row(0).transpose())),
        layer("bias-gradient-not-summed", "the bias takes the last row", |_, _, x, d| (d.transpose() * x, d.row(4).transpose())),
        layer("part-left-zero", "the bias forgotten", |_, b, x, d| (d.transpose() * x, b * 0.0)),
        layer("part-left-zero", "the weights forgotten", |w, _, _, d| (w * 0.0, summed(d))),
        layer("sign-lost", "the bias with a minus", |_, _, x, d| (d.transpose() * x, -summed(d))),
        layer("gradient-transposed", "xᵀδ read into W's shape", |_, _, x, d| (M::from_column_slice(2, 3, (x.transpose() * d).as_slice()), summed(d))),
        layer("index-shifted", "outputs exchanged in the bias", |_, _, x, d| { let s = summed(d); (d.transpose() * x, dvector![s[1], s[0]]) }),
        layer("index-shifted", "inputs in reverse", |_, _, x, d| { let g = d.transpose() * x; (M::from_fn(2, 3, |i, j| g[(i, 2 - j)]), summed(d)) }),
        layer("regularisation-term", "weight decay that the loss lacks", |w, _, x, d| (d.transpose() * x + 0.01 * w, summed(d))),
        layer("always-zero", "zeros everywhere", |w, b, _, _| (w * 0.0, b * 0.0)),
        layer("factor-two", "weights doubled", |_, _, x, d| (2.0 * d.transpose() * x, summed(d))),
        layer("axis-confused", "summed over the inputs, spread back", |_, _, x, d| { let g = d.transpose() * x; (M::from_fn(2, 3, |i, _| g.row(i).sum()), summed(d)) }),
        layer("axis-confused", "averaged over the units, spread back", |_, _, x, d| { let g = d.transpose() * x; (M::from_fn(2, 3, |_, j| g.column(j).mean()), summed(d)) }),
        layer("constant-offset", "epsilon added to stay above zero", |_, _, x, d| ((d.transpose() * x).map(|g| g + 1e-3), summed(d).map(|g| g + 1e-3))),
        layer("constant-multiple", "learning rate inside", |_, _, x, d| (0.01 * d.transpose() * x, 0.01 * summed(d))),
    ]
}

/// Softmax with cross-entropy on a batch of scores, and softmax alone.
#[rustfmt::skip]
fn softmaxes() -> Vec<Outcome> {
    let scores = || (0..6).map(|s| sample::matrix(3, 4, s) * 0.5);
    let picked = [2_usize, 0, 3];
    let hot = M::from_fn(3, 4, |i, j| if picked[i] == j { 1.0 } else { 0.0 });
    let loss = |z: &M| -softmax_rows(z).map(f64::ln).component_mul(&hot).sum() / 3.0;
    let cross = |wrong: &dyn Fn(&M) -> M| check::gradient(loss, wrong).names(["z"]).batch(3).at_each(scores());
    let weights = dvector![0.5, -1.0, 2.0, 0.25];
    let single = || (0..6).map(|s| sample::vector(4, s) * 0.5);
    let p = |z: &V| { let e = z.map(f64::exp); &e / e.sum() };
    let mixed = |z: &V| p(z).dot(&weights);
    let alone = |wrong: &dyn Fn(&V) -> V| check::gradient(mixed, wrong).names(["z"]).at_each(single());
    let jacobian = |wrong: &dyn Fn(&V) -> M| check::jacobian(p, wrong).at_each(single());
    vec![
        Outcome("mean-factor-missing", "p − y summed", cross(&|z| softmax_rows(z) - &hot)),
        Outcome("sign-lost", "y − p", cross(&|z| (&hot - softmax_rows(z)) / 3.0)),
        Outcome("softmax-diagonal-only", "−y(1 − p) only", cross(&|z| -(hot.component_mul(&softmax_rows(z).map(|p| 1.0 - p))) / 3.0)),
        Outcome("always-zero", "loss reached through a copy", cross(&|z| z * 0.0)),
        Outcome("softmax-diagonal-only", "p(1 − p)c", alone(&|z| p(z).map(|p| p * (1.0 - p)).component_mul(&weights))),
        Outcome("softmax-diagonal-only", "p c", alone(&|z| p(z).component_mul(&weights))),
        Outcome("softmax-diagonal-only", "a diagonal Jacobian", jacobian(&|z| M::from_diagonal(&p(z).map(|p| p * (1.0 - p))))),
        Outcome("softmax-diagonal-only", "p on the diagonal", jacobian(&|z| M::from_diagonal(&p(z)))),
        Outcome("sign-lost", "p pᵀ − diag p", jacobian(&|z| p(z) * p(z).transpose() - M::from_diagonal(&p(z)))),
    ]
}

/// One sample through two layers, and sums of elements.
fn network(
    id: &'static str,
    what: &'static str,
    curve: fn(f64) -> f64,
    wrong: fn(&Net, &Pass) -> Net,
) -> Outcome {
    let loss = move |net: &Net| forward(net, curve).2.norm_squared() / 2.0;
    let claim = move |net: &Net| wrong(net, &forward(net, curve));
    let points = (0..4).map(|s| {
        (
            sample::matrix(4, 3, s) * 0.4,
            sample::vector(4, s + 9),
            sample::matrix(2, 4, s + 20) * 0.5,
            sample::vector(2, s + 30),
        )
    });
    Outcome(
        id,
        what,
        check::gradient(loss, claim)
            .names(["W1", "b1", "W2", "b2"])
            .at_each(points),
    )
}

type Net = (M, V, M, V);
/// z, a, and the error of the output.
type Pass = (V, V, V);

fn input() -> V {
    dvector![0.5, -1.0, 2.0]
}

fn forward((w1, b1, w2, b2): &Net, curve: fn(f64) -> f64) -> Pass {
    let z = w1 * input() + b1;
    let a = z.map(curve);
    let e = w2 * &a + b2 - dvector![0.3, -0.8];
    (z, a, e)
}

fn back(d1: V, a: &V, e: &V) -> Net {
    (&d1 * input().transpose(), d1, e * a.transpose(), e.clone())
}

fn tanh_slope(a: f64) -> f64 {
    1.0 - a * a
}

#[rustfmt::skip]
fn networks() -> Vec<Outcome> {
    let relu: fn(f64) -> f64 = |z| z.max(0.0);
    vec![
        network("missing-activation-derivative", "no tanh′", f64::tanh, |n, (_, a, e)| back(n.2.transpose() * e, a, e)),
        network("missing-activation-derivative", "no σ′", sigmoid, |n, (_, a, e)| back(n.2.transpose() * e, a, e)),
        network("missing-activation-derivative", "no ReLU′", relu, |n, (_, a, e)| back(n.2.transpose() * e, a, e)),
        network("extra-factor", "tanh′ twice", f64::tanh, |n, (_, a, e)| back((n.2.transpose() * e).component_mul(&a.map(tanh_slope)).component_mul(&a.map(tanh_slope)), a, e)),
        network("activation-derivative-of-output", "σ′ at a", sigmoid, |n, (_, a, e)| back((n.2.transpose() * e).component_mul(&a.map(|a| sigmoid(a) * (1.0 - sigmoid(a)))), a, e)),
        network("last-write-wins", "the last output's road only", f64::tanh, |n, (_, a, e)| back((n.2.row(1).transpose() * e[1]).component_mul(&a.map(tanh_slope)), a, e)),
        network("part-left-zero", "stops after the last layer", f64::tanh, |n, (_, a, e)| (&n.0 * 0.0, &n.1 * 0.0, e * a.transpose(), e.clone())),
        network("part-left-zero", "hidden bias forgotten", f64::tanh, |n, (_, a, e)| { let mut g = back((n.2.transpose() * e).component_mul(&a.map(tanh_slope)), a, e); g.1 *= 0.0; g }),
        network("factor-two", "2e for e of a half sum", f64::tanh, |n, (_, a, e)| { let e = &(e * 2.0); back((n.2.transpose() * e).component_mul(&a.map(tanh_slope)), a, e) }),
        network("sign-lost", "hidden layer with a minus", f64::tanh, |n, (_, a, e)| back(-(n.2.transpose() * e).component_mul(&a.map(tanh_slope)), a, e)),
        network("updated-before-backward", "W2 updated first", f64::tanh, |n, (_, a, e)| { let w2 = &n.2 - 0.1 * e * a.transpose(); back((w2.transpose() * e).component_mul(&a.map(tanh_slope)), a, e) }),
    ]
}

/// Functions of a list: penalties, filters, look-ups, branches.
#[rustfmt::skip]
fn lists() -> Vec<Outcome> {
    let points = |n: usize| (0..6).map(move |s| (sample::vector(n, s) * 0.7).map(|v| v + 0.013));
    let list = |id, what, f: fn(&V) -> f64, wrong: fn(&V) -> V, n: usize| Outcome(id, what, check::gradient(f, wrong).at_each(points(n)));
    let rough: fn(&V) -> f64 = |x| (1..x.len()).map(|k| (x[k] - x[k - 1]).powi(2)).sum();
    vec![
        list("edge-wrong", "the rule of the middle at both ends", rough, |x| V::from_fn(x.len(), |k, _| { let n = x.len(); 2.0 * (2.0 * x[k] - x[(k + n - 1) % n] - x[(k + 1) % n]) }), 8),
        list("edge-wrong", "ends left out", rough, |x| V::from_fn(x.len(), |k, _| if k == 0 || k + 1 == x.len() { 0.0 } else { 2.0 * (2.0 * x[k] - x[k - 1] - x[k + 1]) }), 8),
        list("branch-wrong", "leaky slope on the wrong side", |x| x.iter().map(|v| if *v > 0.0 { v * v } else { 0.1 * v * v }).sum(), |x| x.map(|v| 2.0 * v), 8),
        list("branch-wrong", "clamp forgotten", |x| x.iter().map(|v| if *v < 0.6 { v * v } else { 0.36 + 0.2 * (v - 0.6) }).sum(), |x| x.map(|v| 2.0 * v), 8),
        list("missing-activation-derivative", "½ relu² without its switch", |x| x.iter().map(|v| v.max(0.0).powi(2) / 2.0 + 0.3 * v.max(0.0)).sum(), |x| x.map(|v| v + 0.3), 8),
        list("other-function", "the gradient of the square of a norm", |x| x.norm(), |x| 2.0 * x, 5),
        list("other-function", "the gradient of the log-likelihood", |x| (-x.norm_squared()).exp(), |x| -2.0 * x, 5),
        list("other-function", "the gradient before the root", |x| (1.0 + x.map(|v| v.powi(4)).sum()).sqrt(), |x| x.map(|v| 4.0 * v.powi(3)), 5),
        list("one-path-only", "one of the two uses of x", |x| x.sum() * x.norm_squared(), |x| V::repeat(x.len(), x.norm_squared()), 5),
        list("product-one-term", "x sin x, the second term", |x| x.map(|v| v * v.sin()).sum(), |x| x.map(f64::sin), 8),
        list("missing-inner-derivative", "sin of squares", |x| x.map(|v| (v * v).sin()).sum(), |x| x.map(|v| (v * v).cos()), 8),
        list("missing-inner-derivative", "exponentials of squares", |x| x.map(|v| (-v * v).exp()).sum(), |x| x.map(|v| -(-v * v).exp()), 8),
        list("missing-activation-derivative", "square of tanh", |x| x.map(|v| v.tanh().powi(2)).sum(), |x| x.map(|v| 2.0 * v.tanh()), 8),
        list("missing-activation-derivative", "fourth power of the sigmoid", |x| x.map(|v| sigmoid(v).powi(4)).sum(), |x| x.map(|v| 4.0 * sigmoid(v).powi(3)), 8),
        list("accumulated-twice", "every other entry twice", |x| x.map(f64::sin).sum(), |x| V::from_fn(x.len(), |k, _| x[k].cos() * if k % 2 == 0 { 2.0 } else { 1.0 }), 7),
        list("last-write-wins", "a look-up that is used three times", |x| 3.0 * x[1].sin() + x[0].cos() + 2.0 * x[2].exp() + x[3] * x[4], |x| dvector![-x[0].sin(), x[1].cos(), x[2].exp(), x[4], x[3]], 5),
        list("held-at-zero", "the others held at zero", |x| x.iter().product(), |x| x * 0.0, 4),
        list("sign-lost", "minus of a difference lost", |x| x[0].powi(2) - x[1].powi(2) + x[2].powi(2) - x[3].powi(2), |x| 2.0 * x, 4),
    ]
}

/// What the numbers can say of a slip in a formula that they do not see: its own id, and the id of its trace.
const TRACES: &[(&str, &str)] = &[
    ("trig-sign", "sign-lost"),
    ("exponential-sign", "not-differentiated"),
    ("missing-log-factor", "not-differentiated"),
    ("log-rule", "constant-multiple"),
    ("power-lost-coefficient", "constant-multiple"),
    ("constant-factor-lost", "constant-multiple"),
    ("power-exponent-not-lowered", "extra-factor"),
    ("power-exponent-raised", "extra-factor"),
    ("constant-not-zeroed", "constant-offset"),
    ("held-at-zero", "always-zero"),
];

#[test]
fn mistakes_in_code_are_named_or_left_alone() {
    let all = [
        curves(),
        regressions(),
        linear_layers(),
        softmaxes(),
        networks(),
        lists(),
    ];
    let all: Vec<Outcome> = all.into_iter().flatten().collect();
    let (mut own, mut trace, mut wrong, mut silent) = (0, 0, Vec::new(), Vec::new());
    println!("{:34} {:34} mistake", "is", "named");
    for Outcome(id, what, report) in &all {
        assert!(pencilgrad::mistake::find(id).is_some(), "{id}");
        let diagnosis = report
            .diagnosis()
            .unwrap_or_else(|| panic!("{what}: not seen at all: {report}"));
        for line in report.to_string().lines() {
            assert!(line.chars().count() <= 80, "too wide: {line}");
        }
        let named = diagnosis.mistake.as_deref();
        println!("{id:34} {:34} {what}", named.unwrap_or("-"));
        match named {
            Some(name) if name == *id => own += 1,
            Some(name) if TRACES.contains(&(*id, name)) => trace += 1,
            Some(name) => wrong.push(format!("{what}: {id} was called {name}")),
            None => silent.push(*what),
        }
    }
    let share = |count: usize| 100.0 * count as f64 / all.len() as f64;
    println!(
        "{} mistakes: {own} by their own name ({:.1} %), {trace} by the name of their trace, {} given a wrong name ({:.1} %), without a name: {silent:?}",
        all.len(),
        share(own),
        wrong.len(),
        share(wrong.len())
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(share(own + trace) >= 95.0, "{:.1} %", share(own + trace));
}
