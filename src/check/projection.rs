//! A gradient of very many numbers: random directions for the verdict, group testing for the place.
//!
//! Costs 3 + 18 to 90 (noise) + 30 a block + 30 evaluations, and 10 ⌈log₂ N⌉ for each wrong coordinate that is
//! located, in memory O(N). A probe that cannot decide, as beside many kinks, costs up to 48 more.

use super::columns::{Task, claim_noise};
use super::judge::{Judged, Standing, judge};
use super::locate;
use super::point::Outcome;
use super::verdict::{Reason, Verdict};
use crate::gradient::{Value, probe, shifted};
use crate::numeric::line::Line;
use crate::numeric::noise::Level;
use crate::numeric::{Estimate, full};
use crate::params::Names;
use crate::sample::Stream;
use std::ops::Range;

/// Probes for each block, and again for all blocks together.
const PROBES: usize = 3;
/// Rungs of a probe, two evaluations each.
const RUNGS: usize = 5;
/// Directions that are tried when one crosses a kink.
const RETRIES: usize = 3;
/// The chance of a miss that `pattern` is given for.
const MISS: f64 = 1e-9;

/// What the probes promise; see the proof in the module `gradient`.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Probes in all.
    pub probes: usize,
    /// An error in one coordinate alone that is larger than this would have been seen, for certain.
    pub single: f64,
    /// An error of any pattern whose largest entry has this size is missed with probability at most `miss`.
    pub pattern: f64,
    /// See `pattern`.
    pub miss: f64,
    /// The parts in which a probe disagrees, by name.
    pub wrong: Vec<String>,
    /// Whether a probe was resolved only relative to how much the function moves.
    weak: bool,
}

impl Projection {
    pub(super) fn agreement(&self) -> Verdict {
        let sensitivity = self.single;
        match self.weak {
            true => Verdict::AgreesWeakly { sensitivity },
            false => Verdict::Agrees { sensitivity },
        }
    }

    fn count(&mut self, probe: &Probe, smallest_scale: f64) {
        self.probes += 1;
        self.weak |= probe.judged.standing == Standing::AgreesWeakly;
        self.single = self
            .single
            .max(2.0 * probe.judged.tolerance / smallest_scale);
        // (δ/E)ᵏ = miss, solved for E.
        self.pattern = self.single / self.miss.powf(1.0 / PROBES as f64);
    }
}

/// The claimed and the true derivative along one probe.
pub(super) struct Probe {
    pub(super) z: Vec<f64>,
    pub(super) judged: Judged,
    /// The typical size of the derivative along such a probe.
    pub(super) size: f64,
}

/// Makes probes of one task.
pub(super) struct Prober<'a> {
    pub(super) task: &'a Task<'a>,
    scales: Vec<f64>,
    pub(super) noise: Level,
    claim_noise: f64,
    random: Stream,
}

impl<'a> Prober<'a> {
    fn new(task: &'a Task<'a>, claim: &Value) -> Self {
        let scales = task.scales();
        let mut random = Stream::new(task.seed, "probe");
        // The noise of the claim along a probe, from one probe of all coordinates.
        let z = probe::direction(&scales, 0..task.x.len(), &mut random);
        let along = |at: &[f64]| vec![probe::dot(&claim(at), &z).0];
        let claim_noise = claim_noise(&along, task.x, task.lens, &along(task.x), task.seed)[0];
        Self {
            task,
            scales,
            noise: task.noises()[0],
            claim_noise,
            random,
        }
    }

    /// A fresh probe of this range, `2 * rungs` evaluations.
    pub(super) fn probe(&mut self, range: Range<usize>, rungs: usize) -> Probe {
        let Task {
            value, x, centre, ..
        } = *self.task;
        let z = probe::direction(&self.scales, range, &mut self.random);
        let estimate = probe::estimate(value, x, centre[0], self.noise, &z, rungs);
        self.judged(z, estimate)
    }

    /// A probe of this range that is decided, if one is: what does not pass is looked at again with the careful
    /// ladders, and where the function has a kink along it, another direction is taken.
    fn settled(&mut self, range: Range<usize>) -> Probe {
        let mut probe = self.probe(range.clone(), RUNGS);
        for _ in 0..RETRIES {
            if matches!(
                probe.judged.standing,
                Standing::Agrees | Standing::AgreesWeakly
            ) {
                return probe;
            }
            let careful = self.again(probe);
            if careful.judged.slopes().is_none() {
                return careful;
            }
            probe = self.probe(range.clone(), RUNGS);
        }
        probe.judged.standing = Standing::Undecided;
        probe
    }

    fn again(&self, probe: Probe) -> Probe {
        let Task {
            value, x, centre, ..
        } = *self.task;
        let along = |t: f64| value(&shifted(x, &probe.z, t));
        let estimate = full(&Line::new(0.0, centre, &along), &[self.noise]).swap_remove(0);
        let mut probe = self.judged(probe.z, estimate);
        probe.judged.careful = true;
        probe
    }

    fn judged(&self, z: Vec<f64>, estimate: Estimate) -> Probe {
        let (claimed, rounding) = probe::dot(self.task.claim, &z);
        let products = self.task.claim.iter().zip(&z).map(|(g, z)| g * z);
        let size = products.map(|p| p * p).sum::<f64>().sqrt();
        let noise = rounding + self.claim_noise;
        let mut judged = judge(claimed, noise, estimate, size, self.task.resolution);
        let open = matches!(
            judged.standing,
            Standing::Undecided | Standing::AgreesWeakly
        );
        // A derivative along a random direction may cancel: what counts is its size without.
        if open && judged.tolerance <= self.task.resolution * size {
            judged.standing = Standing::Agrees;
        }
        Probe { z, judged, size }
    }

    fn smallest_scale(&self, range: Range<usize>) -> f64 {
        self.scales[range]
            .iter()
            .copied()
            .fold(f64::INFINITY, f64::min)
    }
}

/// The parts that are probed: every block, and all of them together.
fn parts(lens: &[usize], names: &Names) -> Vec<(String, Range<usize>)> {
    let mut start = 0;
    let mut parts: Vec<(String, Range<usize>)> = (lens.iter().enumerate())
        .map(|(k, len)| {
            start += len;
            (names.block(k), start - len..start)
        })
        .filter(|(_, range)| !range.is_empty())
        .collect();
    if parts.len() > 1 {
        parts.push(("all blocks together".to_string(), 0..start));
    }
    parts
}

/// Judges a gradient by probes; wrong coordinates that were located become the rows of the outcome. `claim` is the
/// claimed gradient as a function, for its noise.
pub(super) fn judge_by_probes(outcome: &mut Outcome, task: &Task, claim: &Value) -> Verdict {
    let mut prober = Prober::new(task, claim);
    let mut found = Projection {
        probes: 0,
        single: 0.0,
        pattern: 0.0,
        miss: MISS,
        wrong: Vec::new(),
        weak: false,
    };
    let mut open = None;
    let mut alarm: Option<(Probe, Range<usize>)> = None;
    for (name, range) in parts(task.lens, &outcome.point_names) {
        for _ in 0..PROBES {
            let probe = prober.settled(range.clone());
            found.count(&probe, prober.smallest_scale(range.clone()));
            match probe.judged.standing {
                Standing::Undecided => open = Some(probe.judged.tolerance),
                Standing::Disagrees => {
                    found.wrong.push(name);
                    alarm.get_or_insert((probe, range));
                    break; // one confirmed probe is enough for this part
                }
                Standing::Agrees | Standing::AgreesWeakly => {}
            }
        }
    }
    let verdict = match (&alarm, open) {
        (Some(_), _) => Verdict::Disagrees,
        (None, Some(bound)) => Verdict::Undecided(Reason::TooNoisy {
            coordinate: "the derivative along a random direction".to_string(),
            bound,
        }),
        (None, None) => found.agreement(),
    };
    outcome.projection = Some(found);
    if let Some((probe, range)) = alarm {
        locate::wrong_coordinates(outcome, &mut prober, &probe, range, claim);
    }
    verdict
}
