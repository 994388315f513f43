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

#[cfg(test)]
mod tests {
    use super::*;

    /// The share of probes with |e · z| ≤ δ E, for an error whose largest entry is E = 1.
    fn missed(e: &[f64], delta: f64, draws: usize) -> f64 {
        let scales = vec![1.0; e.len()];
        let mut random = Stream::new(5, "monte carlo");
        let miss = (0..draws).filter(|_| {
            let z = direction(&scales, 0..e.len(), &mut random);
            dot(e, &z).0.abs() <= delta
        });
        miss.count() as f64 / draws as f64
    }

    /// The bound of this module's head: at most δ/E, and 0 for a single entry with δ < E.
    #[test]
    fn the_chance_of_a_miss_is_bounded_for_any_pattern() {
        let geometric: Vec<f64> = (0..30).map(|k| 0.7_f64.powi(k)).collect();
        let patterns: [(&str, Vec<f64>); 4] = [
            ("two equal", vec![1.0, 1.0]),
            ("two opposite", vec![1.0, -1.0]),
            ("geometric", geometric),
            ("a hundred equal", vec![1.0; 100]),
        ];
        let draws = 20_000;
        for (name, e) in &patterns {
            for delta in [0.01, 0.1, 0.5] {
                let share = missed(e, delta, draws);
                // Three standard deviations of the count itself.
                let sampling = 3.0 * (delta / draws as f64).sqrt();
                println!("{name}, δ/E = {delta}: missed {share:.4}");
                assert!(share <= delta + sampling, "{name}, δ/E = {delta}: {share}");
            }
        }
        assert_eq!(missed(&[0.0, 1.0, 0.0], 0.99, draws), 0.0);
    }

    #[test]
    fn a_compensated_sum_keeps_what_cancels() {
        let (sum, bound) = dot(&[1e16, 1.0, -1e16], &[1.0, 1.0, 1.0]);
        assert_eq!(sum, 1.0);
        assert!(bound > 0.0);
    }
}
