//! When no broken rule explains a line: what its values alone say about it.

use super::line::Sides;
use super::search::agree;
use crate::derivation::rules::{Kind, Term, Var, derivative};

/// A finding: the id, the sentence, and the part of the claim it is about.
pub(super) struct Finding {
    pub(super) id: &'static str,
    pub(super) message: String,
    pub(super) site: Option<Term>,
}

impl Finding {
    fn new(id: &'static str, message: impl Into<String>) -> Self {
        Self {
            id,
            message: message.into(),
            site: None,
        }
    }
}

/// Another derivative than the one asked for: one slip, though no rule is broken.
pub(super) fn other_derivatives(sides: &Sides<'_>) -> Vec<Finding> {
    let tests = [integral, other_letter];
    tests.iter().filter_map(|test| test(sides)).collect()
}

/// What is left to say when nothing explains the line, the most particular first.
pub(super) fn traces(sides: &Sides<'_>) -> Vec<Finding> {
    let tests = [all_zero, one_term, multiple, offset];
    tests.iter().filter_map(|test| test(sides)).collect()
}

fn integral(sides: &Sides<'_>) -> Option<Finding> {
    let (operand, by, _) = written(&sides.before)?;
    let back = derivative(sides.claimed.as_ref()?, by);
    let count = sides.claim.len();
    let found = operand.depends_on(by) && agree(&operand.values(count), &back.values(count));
    let message =
        "differentiating this line gives back what should be differentiated: it is an integral";
    found.then(|| Finding::new("integrated-instead", message))
}

/// The claim in another letter.
fn other_letter(sides: &Sides<'_>) -> Option<Finding> {
    let (_, by, _) = written(&sides.before)?;
    let claimed = sides.claimed.as_ref()?;
    let names = sides.names();
    let variable = names.iter().find(|(_, leaf)| is_leaf(leaf, by))?;
    let strange = names.iter().find(|(_, leaf)| match leaf.kind() {
        Kind::Leaf(leaf) => claimed.depends_on(leaf.var) && !sides.before.depends_on(leaf.var),
        _ => false,
    })?;
    let renamed = claimed.substitute(&strange.1, &variable.1);
    let message = format!("{} stands where {} belongs", strange.0, variable.0);
    let found = agree(&renamed.values(sides.truth.len()), &sides.truth);
    found.then(|| Finding::new("wrong-variable", message))
}

/// One sign of the claim turned makes it right.
pub(super) fn sign_in_the_claim(sides: &Sides<'_>) -> Option<Finding> {
    let claimed = sides.claimed.as_ref()?;
    let turned = signs(claimed).into_iter().find(|(turned, _)| {
        let lanes = turned.lanes();
        agree(&sides.truth[..lanes.len()], &lanes)
            && agree(&sides.truth, &turned.values(sides.truth.len()))
    });
    turned.map(|(_, site)| Finding {
        site: Some(site),
        ..Finding::new("sign-lost", "one sign in {} is wrong")
    })
}

/// The formula with each of its signs turned, and the part that the sign belongs to.
fn signs(t: &Term) -> Vec<(Term, Term)> {
    let mut turned = Vec::new();
    match t.kind() {
        Kind::Sum(terms) => {
            for at in 0..terms.len() {
                let terms = terms.iter().enumerate();
                let sum = Term::sum(terms.map(|(k, t)| if k == at { -t } else { t.clone() }));
                turned.push((sum, t.clone()));
            }
        }
        Kind::Neg(a) => turned.push((a.clone(), t.clone())),
        _ => {}
    }
    let mut inside = Vec::new();
    t.kind().each_part(&mut |part| inside.push(part));
    for part in inside {
        for (changed, site) in signs(part) {
            turned.push((t.with_parts(&[(part, &changed)]), site));
        }
    }
    turned
}

fn all_zero(sides: &Sides<'_>) -> Option<Finding> {
    let zero = sides.claim.iter().all(|value| *value == 0.0);
    zero.then(|| {
        Finding::new(
            "always-zero",
            "this line is zero everywhere, and the one before is not",
        )
    })
}

/// The line is right but for one term of the right sum, which is missing or has another coefficient.
fn one_term(sides: &Sides<'_>) -> Option<Finding> {
    let count = sides.claim.len();
    let right = match written(&sides.before) {
        Some((_, _, value)) => value,
        None => &sides.before,
    };
    let terms = right.as_sum()?;
    let excess: Vec<f64> = sides
        .claim
        .iter()
        .zip(&sides.truth)
        .map(|(a, b)| a - b)
        .collect();
    terms.iter().find_map(|term| {
        let values = term.values(count);
        let [id, message] = match constant_ratio(&excess, &values)? + 1.0 {
            c if near(c, 0.0) => ["term-lost", "one term of the sum is missing"],
            c if near(c, -1.0) => ["sign-lost", "one term of the sum has the wrong sign"],
            c if near(c, 2.0) || near(c, 0.5) => [
                "factor-two",
                "one term of the sum is off by a factor of two",
            ],
            c if near(c.recip(), c.recip().round()) => [
                "constant-factor-lost",
                "one term of the sum lacks a constant factor",
            ],
            _ => [
                "constant-multiple",
                "one term of the sum is off by a constant factor",
            ],
        };
        Some(Finding::new(id, message))
    })
}

fn multiple(sides: &Sides<'_>) -> Option<Finding> {
    let ratio = constant_ratio(&sides.claim, &sides.truth)?;
    if near(ratio, 0.0) {
        return None;
    }
    if near(ratio, -1.0) {
        return Some(Finding::new(
            "sign-lost",
            "this line is the negative of the one before",
        ));
    }
    let squared = near(ratio, 2.0) || near(ratio, 0.5);
    let id = if squared && has_square(&sides.before) {
        "factor-two"
    } else {
        "constant-multiple"
    };
    let message = format!("this line is {} times the one before", fraction(ratio));
    Some(Finding::new(id, message))
}

fn offset(sides: &Sides<'_>) -> Option<Finding> {
    let excess: Vec<f64> = sides
        .claim
        .iter()
        .zip(&sides.truth)
        .map(|(a, b)| a - b)
        .collect();
    let ones = vec![1.0; excess.len()];
    let offset = constant_ratio(&excess, &ones)?;
    let message = format!("this line is off by the constant {}", fraction(offset));
    Some(Finding::new("constant-offset", message))
}

/// The operand, the variable and the value, when the whole of `t` is one derivative, perhaps negated.
fn written(t: &Term) -> Option<(&Term, Var, &Term)> {
    match t.kind() {
        Kind::Derive { operand, by, value } => Some((operand, *by, value)),
        _ => None,
    }
}

fn is_leaf(term: &Term, var: Var) -> bool {
    matches!(term.kind(), Kind::Leaf(leaf) if leaf.var == var)
}

/// c where a = c·b at every point.
fn constant_ratio(a: &[f64], b: &[f64]) -> Option<f64> {
    let largest = (0..b.len()).max_by(|&i, &j| b[i].abs().total_cmp(&b[j].abs()))?;
    let ratio = a[largest] / b[largest];
    let multiple: Vec<f64> = b.iter().map(|b| ratio * b).collect();
    (ratio.is_finite() && agree(a, &multiple)).then_some(ratio)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-7
}

fn has_square(t: &Term) -> bool {
    let square = t
        .as_general_power()
        .is_some_and(|(_, n)| n.as_number() == Some(2.0));
    let mut found = square;
    t.kind()
        .each_part(&mut |part| found = found || has_square(part));
    found
}

/// A ratio as a reader would write it: 3, -1/2, or a few digits.
fn fraction(value: f64) -> String {
    for below in 1..=12 {
        let above = value * f64::from(below);
        if (above - above.round()).abs() < 1e-7 && above.abs() < 1e6 {
            return match below {
                1 => format!("{}", above.round()),
                _ => format!("{}/{below}", above.round()),
            };
        }
    }
    format!("{value:.6}")
}
