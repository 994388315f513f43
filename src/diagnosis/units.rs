//! Layers: the units of a layer whose gradient is wrong, and what the layer after it tells about them.
//!
//! With one sample, the gradient of the weights after a unit is ∂L/∂W′ = δ′ aᵀ and that of their bias is δ′. So the
//! true numbers of the next layer hold the unit's own activation a, and the point holds W′: enough to say what a factor
//! of the unit is.

use super::Case;
use super::constant::short;
use super::evidence::{Evidence, Expected};
use super::factors::{Curve, differ, sigmoid};
use super::table::Finding;
use crate::params::Form;
use std::ops::Range;

/// A wrong layer: the numbers of each unit (its weights, and its bias if that is wrong too).
struct Layer {
    units: Vec<Vec<usize>>,
    /// The matrix and the bias after it.
    next: Option<(Range<usize>, Range<usize>)>,
}

/// One sample, seen from the layer after the wrong one.
struct Seen {
    /// The activation of each unit.
    a: Vec<f64>,
    /// ∂L/∂z of the next layer.
    delta: Vec<f64>,
    /// The next layer's weights, one list a unit.
    weights: Vec<Vec<f64>>,
    /// Their gradient, one list a unit.
    slopes: Vec<Vec<f64>>,
}

fn slope(a: f64) -> f64 {
    a * (1.0 - a)
}

/// Wrong slopes of an activation, as what the true slope is multiplied by; functions of the activation.
#[rustfmt::skip]
const SLOPES: &[(&str, Curve)] = &[
    ("missing-activation-derivative", ("the slope of tanh is missing", |a| 1.0 / (1.0 - a * a))),
    ("missing-activation-derivative", ("the slope of the sigmoid is missing", |a| 1.0 / slope(a))),
    ("extra-factor", ("the slope of tanh is there twice", |a| 1.0 - a * a)),
    ("extra-factor", ("the slope of the sigmoid is there twice", slope)),
    ("activation-derivative-of-output", ("the slope of the sigmoid was taken at the wrong one of z and a", |a| slope(sigmoid(a)) / slope(a))),
    ("activation-derivative-of-output", ("the slope of the sigmoid was taken at the wrong one of z and a", |a| slope((a / (1.0 - a)).ln()) / slope(a))),
    ("activation-derivative-of-output", ("the slope of tanh was taken at the wrong one of z and a", |a| (1.0 - a.tanh().powi(2)) / (1.0 - a * a))),
    ("activation-derivative-of-output", ("the slope of tanh was taken at the wrong one of z and a", |a| (1.0 - a.atanh().powi(2)) / (1.0 - a * a))),
];

/// The factor of each unit is a function of its activation.
fn fits_slope(evidence: &Evidence, curve: fn(f64) -> f64) -> bool {
    let factors = |case: &Case, layer: &Layer| {
        let seen = seen(case, layer)?;
        Some(seen.a.iter().map(|a| curve(*a)).collect())
    };
    each_unit(evidence, 3, factors)
}

/// A wrong slope of the hidden activation.
pub(super) fn hidden_slope(evidence: &Evidence) -> Option<Finding> {
    let (id, (what, _)) = SLOPES
        .iter()
        .find(|(_, (_, curve))| fits_slope(evidence, *curve))?;
    let text = format!(
        "The layer after it is right. Every unit before it has a factor of its own, and it fits the unit's activation: that is consistent with this: {what}."
    );
    Finding::new(id, text)
}

/// Only one output of the next layer came back.
pub(super) fn one_road(evidence: &Evidence) -> Option<Finding> {
    let outputs =
        |case: &Case| Some(layer(evidence)?.next?.1.len()).filter(|_| !case.claimed.is_empty());
    let count = outputs(evidence.cases.first()?)?;
    let road = (0..count).filter(|_| count > 1).find(|i| {
        each_unit(evidence, 3, |case, layer| {
            let seen = seen(case, layer)?;
            let unit = |w: &Vec<f64>| w[*i] * seen.delta[*i] / dot(w, &seen.delta);
            Some(seen.weights.iter().map(unit).collect())
        })
    })?;
    let (id, which) = match road + 1 == count {
        true => ("last-write-wins", "the last"),
        false => ("one-path-only", "one"),
    };
    let text = format!(
        "The layer after it is right. What comes back from it is consistent with the road through {which} of its {count} outputs alone; the roads add up."
    );
    Finding::new(id, text)
}

/// The next layer's weights had already moved along their own gradient.
pub(super) fn updated_first(evidence: &Evidence) -> Option<Finding> {
    let layer = layer(evidence)?;
    let case = evidence.cases.first()?;
    let seen_here = seen(case, &layer)?;
    // The rate, from the unit on which the update shows most.
    let rates = (0..layer.units.len()).filter_map(|j| {
        let known = |k: &&usize| case.known(**k) && !case.right(**k);
        let c = case.ratio(*layer.units[j].iter().find(known)?)?;
        let back = dot(&seen_here.weights[j], &seen_here.delta);
        let change = dot(&seen_here.slopes[j], &seen_here.delta);
        let rate = (1.0 - c) * back / change;
        rate.is_finite().then_some(((1.0 - c).abs(), rate))
    });
    let (_, rate) = rates.max_by(|a, b| a.0.total_cmp(&b.0))?;
    let fits = each_unit(evidence, 4, |case, layer| {
        let seen = seen(case, layer)?;
        let unit =
            |(w, g): (&Vec<f64>, &Vec<f64>)| 1.0 - rate * dot(g, &seen.delta) / dot(w, &seen.delta);
        Some(seen.weights.iter().zip(&seen.slopes).map(unit).collect())
    });
    let text = format!(
        "The layer after it is right. What comes back from it is consistent with weights that had already moved by {} times their gradient.",
        short(rate)
    );
    (fits && rate != 0.0)
        .then(|| Finding::new("updated-before-backward", text))
        .flatten()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Whether every unit of the wrong layer is the truth times its factor, everything else right, in at least `least`
/// wrong numbers, with factors that differ.
fn each_unit(
    evidence: &Evidence,
    least: usize,
    factors: impl Fn(&Case, &Layer) -> Option<Vec<f64>>,
) -> bool {
    let Some(layer) = layer(evidence) else {
        return false;
    };
    let kinds = std::cell::RefCell::new(Vec::new());
    let fits = evidence.explained(least, |case| {
        let factors = factors(case, &layer)?;
        let mut expected: Vec<Expected> = (0..case.claimed.len())
            .map(|k| Expected::of(case, k))
            .collect();
        for (unit, c) in layer.units.iter().zip(&factors) {
            for k in unit {
                expected[*k] = Expected::scaled(case, *k, *c);
                // The factor itself comes from estimates, and is worse known the larger it is.
                expected[*k].bound += 1e-8 * expected[*k].value.abs() * c.abs().max(1.0);
            }
        }
        kinds.borrow_mut().extend(factors);
        Some(expected)
    });
    fits && differ(&kinds.into_inner(), 2)
}

/// What the next layer tells of one sample; `None` if its gradient is not that of one sample.
fn seen(case: &Case, layer: &Layer) -> Option<Seen> {
    let (matrix, bias) = layer.next.as_ref()?;
    if case.point.len() != case.claimed.len() {
        return None;
    }
    let (units, outputs) = (layer.units.len(), bias.len());
    let delta = case.truth[bias.clone()].to_vec();
    let column =
        |numbers: &[f64], j: usize| numbers[matrix.start + j * outputs..][..outputs].to_vec();
    let slopes: Vec<Vec<f64>> = (0..units).map(|j| column(&case.truth, j)).collect();
    let strongest = (0..outputs).max_by(|a, b| delta[*a].abs().total_cmp(&delta[*b].abs()))?;
    let a: Vec<f64> = slopes
        .iter()
        .map(|g| g[strongest] / delta[strongest])
        .collect();
    let size = |g: &[f64]| g.iter().fold(0.0_f64, |top, v| top.max(v.abs()));
    let one_sample = slopes.iter().zip(&a).all(|(g, a)| {
        (g.iter().zip(&delta))
            .all(|(g, d)| (g - d * a).abs() <= 1e-7 * size(&delta) * (1.0 + a.abs()))
    });
    (one_sample && outputs > 0 && case.known(bias.start + strongest)).then(|| Seen {
        weights: (0..units).map(|j| column(case.point, j)).collect(),
        a,
        delta,
        slopes,
    })
}

/// Every unit has a factor of its own, whatever it is.
pub(super) fn any_factor(evidence: &Evidence) -> Option<Finding> {
    let layer = layer(evidence)?;
    let (mut factors, mut spare, mut wrong) = (Vec::new(), 0, 0);
    for case in evidence.cases {
        for unit in &layer.units {
            let known = unit.iter().filter(|k| case.known(**k)).count();
            let best = unit
                .iter()
                .filter(|k| case.known(**k))
                .max_by(|a, b| case.truth[**a].abs().total_cmp(&case.truth[**b].abs()));
            let fits = |c: f64| {
                unit.iter().all(|k| {
                    let mut expected = Expected::scaled(case, *k, c);
                    expected.bound += 1e-8 * expected.value.abs();
                    expected.is(case.claimed[*k])
                })
            };
            match best.and_then(|k| case.ratio(*k)) {
                Some(c) if fits(c) => {
                    factors.push(c);
                    spare += known - 1;
                    wrong += usize::from((c - 1.0).abs() > 1e-6);
                }
                Some(_) => return None,
                // A unit that the truth has switched off.
                None if unit.iter().any(|k| !case.right(*k)) => factors.push(f64::INFINITY),
                None => {}
            }
        }
    }
    conclude(&factors, spare, wrong)
}

fn conclude(factors: &[f64], spare: usize, wrong: usize) -> Option<Finding> {
    if spare < 4 || spare < wrong || factors.iter().any(|c| *c <= 0.0) {
        return None;
    }
    let on_or_off = |c: &f64| *c == f64::INFINITY || (c - 1.0).abs() <= 1e-6;
    if factors.contains(&f64::INFINITY) && factors.iter().all(on_or_off) {
        let text = "Units whose true gradient is zero are not zero in yours; the others are right. That is consistent with a missing slope of ReLU.";
        return Finding::new("missing-activation-derivative", text);
    }
    if !differ(factors, 2) {
        return None;
    }
    let least = factors.iter().copied().fold(f64::INFINITY, f64::min);
    let most = factors.iter().copied().fold(0.0, f64::max);
    let text = format!(
        "Every unit has a factor of its own, between {} and {}: its weights and its bias share it. That is consistent with a slope of the activation that is",
        short(least),
        short(most)
    );
    if least > 1.0 && most.is_finite() {
        return Finding::new("missing-activation-derivative", format!("{text} missing."));
    }
    (most < 1.0)
        .then(|| Finding::new("extra-factor", format!("{text} there once too often.")))
        .flatten()
}

/// The weights of a layer are right and its bias is wrong: with right weights, only the sum over the batch is left.
pub(super) fn only_bias(evidence: &Evidence) -> Option<Finding> {
    if !evidence.uniform() {
        return None;
    }
    let case = &evidence.cases[0];
    let ranges = evidence.ranges();
    let wrong: Vec<usize> = (0..ranges.len())
        .filter(|i| !all_right(evidence, &ranges[*i].1))
        .collect();
    let &[bias] = &wrong[..] else { return None };
    let (block, before) = (
        &case.blocks[ranges[bias].0],
        &case.blocks[ranges[bias.checked_sub(1)?].0],
    );
    let layer = before.form == Form::Matrix
        && block.form == Form::Vector
        && block.len() > 1
        && (block.len() == before.rows || block.len() == before.cols);
    let (name, weights) = (
        evidence.block_name(&ranges[bias].1),
        evidence.block_name(&ranges[bias - 1].1),
    );
    let text = format!(
        "{weights} is right and {name} is wrong, by no common factor. They share what comes back to the layer, so what is left is how {name} is summed over the batch."
    );
    layer
        .then(|| Finding::new("bias-gradient-not-summed", text))
        .flatten()
}

fn all_right(evidence: &Evidence, range: &Range<usize>) -> bool {
    evidence
        .cases
        .iter()
        .all(|case| range.clone().all(|k| case.right(k)))
}

/// The wrong layer: one matrix, and the bias behind it if there is one; and the right layer that follows.
fn layer(evidence: &Evidence) -> Option<Layer> {
    if !evidence.uniform() {
        return None;
    }
    let case = evidence.cases.first()?;
    let ranges = evidence.ranges();
    let form = |i: usize| ranges.get(i).map(|(which, _)| &case.blocks[*which]);
    let wrong: Vec<usize> = (0..ranges.len())
        .filter(|i| !all_right(evidence, &ranges[*i].1))
        .collect();
    let matrix = *wrong.first()?;
    let rows = form(matrix)
        .filter(|b| b.form == Form::Matrix && b.rows > 1 && b.cols > 1)?
        .rows;
    let biased = |i: usize| form(i).is_some_and(|b| b.form == Form::Vector && b.len() == rows);
    if wrong[1..].iter().any(|i| *i != matrix + 1 || !biased(*i)) {
        return None;
    }
    let mut units: Vec<Vec<usize>> = (0..rows)
        .map(|i| (ranges[matrix].1.clone()).skip(i).step_by(rows).collect())
        .collect();
    let after = matrix + 1 + usize::from(biased(matrix + 1));
    if biased(matrix + 1) {
        for (unit, k) in units.iter_mut().zip(ranges[matrix + 1].1.clone()) {
            unit.push(k);
        }
    }
    let next = form(after).zip(form(after + 1)).filter(|(w, b)| {
        w.form == Form::Matrix && w.cols == rows && b.form == Form::Vector && b.len() == w.rows
    });
    let next = next.map(|_| (ranges[after].1.clone(), ranges[after + 1].1.clone()));
    Some(Layer { units, next })
}
