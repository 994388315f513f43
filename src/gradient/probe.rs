//! Random directions for functions of many numbers, with a bound that needs no assumption.
//!
//! A probe is z_j = s_j m_j scale_j with a random sign s_j and m_j uniform in [1, 2], all independent.
//!
//! *Claim.* For an error e of the gradient, in units of 1/scale, whose largest entry has size E: the chance that
//! |e · z| ≤ δ is at most δ/E for one probe, (δ/E)ᵏ for k of them, and 0 when e has one entry and δ < E.
//! *Proof.* Fix all of z but s m of the largest entry. Then |e · z| ≤ δ forces s m into an interval of length 2δ/E;
//! its density is at most ½. A single entry moves the sum by at least E, for m ≥ 1. Nothing depends on N or on the
//! pattern of errors.
//!
//! Plain signs cancel for two equal errors half of the time; normal directions miss a single error.

use super::{Value, shifted};
use crate::numeric::line::{Line, Rung};
use crate::numeric::noise::Level;
use crate::numeric::tableau;
use crate::numeric::{Estimate, from_rungs};
use crate::sample::Stream;
use std::ops::Range;

/// A direction that is 0 outside `range`.
pub(crate) fn direction(scales: &[f64], range: Range<usize>, random: &mut Stream) -> Vec<f64> {
    let mut z = vec![0.0; scales.len()];
    for j in range {
        z[j] = random.sign() * random.between(1.0, 2.0) * scales[j];
    }
    z
}

/// The first step of a probe's ladder, in units of the direction.
const START: f64 = 1e-2;

/// The derivative of the one output of `value` along `z`: `2 * rungs` evaluations.
pub(crate) fn estimate(
    value: &Value,
    x: &[f64],
    centre: f64,
    noise: Level,
    z: &[f64],
    rungs: usize,
) -> Estimate {
    let along = |t: f64| value(&shifted(x, z, t));
    let centre = [centre];
    let line = Line::new(0.0, &centre, &along);
    let ladder = line.ladder(START, rungs, |_| false);
    from_rungs(&line, &ladder.iter().collect::<Vec<&Rung>>(), 0, noise)
}

/// Σ g_j z_j and a bound on its rounding, by compensated summation (Neumaier 1974).
pub(crate) fn dot(g: &[f64], z: &[f64]) -> (f64, f64) {
    let (mut sum, mut lost, mut size) = (0.0_f64, 0.0, 0.0);
    for (a, b) in g.iter().zip(z) {
        let term = a * b;
        let next = sum + term;
        lost += if sum.abs() >= term.abs() {
            (sum - next) + term
        } else {
            (term - next) + sum
        };
        sum = next;
        size += term.abs();
    }
    (sum + lost, 4.0 * tableau::UNIT * size)
}
