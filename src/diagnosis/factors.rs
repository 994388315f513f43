//! A factor that varies: with the coordinate, with the output, or from unit to unit.

use super::Case;
use super::evidence::{Evidence, Expected};
use super::table::Finding;

pub(super) type Curve = (&'static str, fn(f64) -> f64);

pub(super) fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Inner derivatives that are often lost or doubled, as functions of the coordinate.
#[rustfmt::skip]
const INNER: &[Curve] = &[
    ("the coordinate itself", |x| x),
    ("twice the coordinate", |x| 2.0 * x),
    ("minus the coordinate", |x| -x),
    ("one over the coordinate", |x| 1.0 / x),
    ("minus one over its square", |x| -1.0 / (x * x)),
    ("the square of the coordinate", |x| x * x),
    ("three times its square", |x| 3.0 * x * x),
    ("its exponential", f64::exp),
    ("the exponential of minus the coordinate", |x| (-x).exp()),
    ("its cosine", f64::cos),
    ("minus its sine", |x| -x.sin()),
    ("its sine", f64::sin),
    ("one over one plus its square", |x| 1.0 / (1.0 + x * x)),
    ("one over twice its root", |x| 0.5 / x.sqrt()),
];

/// Slopes of activations, as functions of the coordinate.
#[rustfmt::skip]
const ACTIVATIONS: &[Curve] = &[
    ("the slope of tanh", |x| 1.0 - x.tanh().powi(2)),
    ("the slope of the sigmoid", |x| sigmoid(x) * (1.0 - sigmoid(x))),
    ("the slope of softplus", sigmoid),
    ("the slope of ReLU", |x| if x > 0.0 { 1.0 } else { 0.0 }),
];

/// Slopes of activations, as functions of the output.
#[rustfmt::skip]
const OF_OUTPUT: &[Curve] = &[
    ("the slope of tanh", |a| 1.0 - a * a),
    ("the slope of the sigmoid", |a| a * (1.0 - a)),
];

/// One factor of the chain rule is missing, or there once too often.
pub(super) fn chain(evidence: &Evidence) -> Option<Finding> {
    let x: Argument = |case, k| case.x(k);
    let output: Argument = |case, k| case.output(k);
    let lists = [
        (INNER, x, "missing-inner-derivative"),
        (ACTIVATIONS, x, "missing-activation-derivative"),
        (OF_OUTPUT, output, "missing-activation-derivative"),
    ];
    for (curves, argument, id) in lists {
        for (name, curve) in curves {
            if scaled_by(evidence, argument, |u| 1.0 / curve(u))
                || lost_zeros(evidence, argument, *curve)
            {
                let text = format!(
                    "Your answer times a factor that varies is the true one, and the factor is consistent with {name}: one link of the chain rule is missing."
                );
                return Finding::new(id, text);
            }
            if scaled_by(evidence, argument, curve) {
                let text = format!(
                    "Your answer is the true one times a factor that varies, consistent with {name}: one link of the chain rule is there once too often."
                );
                return Finding::new("extra-factor", text);
            }
        }
    }
    None
}

/// The claim belongs to the square, the logarithm, the root or the exponential of the function.
pub(super) fn other_function(evidence: &Evidence) -> Option<Finding> {
    #[rustfmt::skip]
    let others: [Curve; 6] = [
        ("its square", |f| 2.0 * f),
        ("half its square", |f| f),
        ("its logarithm", |f| 1.0 / f),
        ("its root", |f| 0.5 / f.sqrt()),
        ("its exponential", f64::exp),
        ("its reciprocal", |f| -1.0 / (f * f)),
    ];
    let output: Argument = |case, _| (case.value.len() == 1).then(|| case.value[0]);
    let (name, _) = others
        .into_iter()
        .find(|(_, curve)| scaled_by(evidence, output, curve))?;
    let text = format!(
        "Your answer is no derivative of the function, but it is consistent with a derivative of {name}. Which of the two is the value?"
    );
    Finding::new("other-function", text)
}

/// The slope of the activation, taken at its own output, or the formula in the output fed with the input.
pub(super) fn activation_of_output(evidence: &Evidence) -> Option<Finding> {
    let slope = |a: f64| a * (1.0 - a);
    let of_sigmoid = |a: f64| slope(sigmoid(a)) / slope(a);
    let fed_input = |a: f64| slope((a / (1.0 - a)).ln()) / slope(a);
    let of_tanh = |a: f64| (1.0 - a.tanh().powi(2)) / (1.0 - a * a);
    let tanh_fed_input = |a: f64| (1.0 - a.atanh().powi(2)) / (1.0 - a * a);
    let output: Argument = |case, k| case.output(k);
    let found = scaled_by(evidence, output, of_sigmoid)
        || scaled_by(evidence, output, fed_input)
        || scaled_by(evidence, output, of_tanh)
        || scaled_by(evidence, output, tanh_fed_input);
    let text = "The factor between yours and the true one is consistent with the slope of the activation taken at the wrong one of z and a.";
    found
        .then(|| Finding::new("activation-derivative-of-output", text))
        .flatten()
}

type Argument = fn(&Case, usize) -> Option<f64>;

/// Whether claim = truth · factor(argument) everywhere, with factors that differ from each other.
fn scaled_by(evidence: &Evidence, argument: Argument, factor: impl Fn(f64) -> f64) -> bool {
    let seen = std::cell::RefCell::new(Vec::new());
    let fits = evidence.explained_each(1, |case, k| {
        let c = factor(argument(case, k)?);
        if !c.is_finite() {
            // 0 · ∞: the claim is not bound by the truth here.
            let free = !case.known(k) && case.truth.len() + evidence.cases.len() > 3;
            return free.then(|| Expected {
                value: case.claimed[k],
                bound: case.bound[k],
            });
        }
        if case.known(k) {
            seen.borrow_mut().push(c);
        }
        Some(Expected::scaled(case, k, c))
    });
    fits && differ(&seen.into_inner(), 2)
}

/// Whether at least `count` of these differ by more than a thousandth.
pub(super) fn differ(factors: &[f64], count: usize) -> bool {
    let mut kinds: Vec<f64> = Vec::new();
    for c in factors {
        let known = |other: &f64| (other - c).abs() <= 1e-3 * other.abs().max(c.abs());
        if !kinds.iter().any(known) {
            kinds.push(*c);
        }
    }
    kinds.len() >= count
}

/// A factor of 0 and 1 was lost: right where it is 1, and not zero where the truth is, because of it.
fn lost_zeros(evidence: &Evidence, argument: Argument, curve: fn(f64) -> f64) -> bool {
    let (mut ones, mut zeros) = (0, 0);
    for case in evidence.cases {
        for k in 0..case.claimed.len() {
            match argument(case, k).map(curve) {
                Some(1.0) if case.right(k) => ones += 1,
                Some(0.0) if !case.known(k) => zeros += usize::from(!case.right(k)),
                _ => return false,
            }
        }
    }
    ones >= 2 && zeros >= 2
}
