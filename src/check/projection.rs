//! A gradient of very many numbers: random directions for the verdict, group testing for the place.
//!
//! Costs 3 + 18 to 90 (noise) + 30 a block + 30 evaluations, and 10 ⌈log₂ N⌉ for each wrong coordinate that is
//! located, in memory O(N).

use super::columns::Task;
use super::judge::{Judged, Standing, judge};
use super::point::Outcome;
use super::verdict::{Reason, Verdict};
use crate::gradient::probe;
use crate::numeric::full;
use crate::numeric::noise::Level;
use crate::sample::Stream;
use std::ops::Range;

/// Probes for each block, and again for all blocks together.
const PROBES: usize = 3;
/// Rungs of a probe, two evaluations each; and of a probe that only locates.
const RUNGS: usize = 5;
const LOCATING: usize = 4;
/// At most so many wrong coordinates are located.
const LOCATED: usize = 4;

/// What the probes promise.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Probes in all.
    pub probes: usize,
    /// An error in one coordinate alone that is larger than this would have been seen, for certain.
    pub single: f64,
    /// An error pattern of any kind whose largest entry has this size is missed with probability at most `miss`.
    pub pattern: f64,
    /// See `pattern`.
    pub miss: f64,
    /// The largest tolerance as a share of the size of the derivative along the probe, at most `resolution`.
    weak: bool,
    /// Blocks in which the probes disagree, by name.
    pub wrong_blocks: Vec<String>,
}

impl Projection {
    pub(super) fn agreement(&self) -> Verdict {
        let sensitivity = self.single;
        match self.weak {
            true => Verdict::AgreesWeakly { sensitivity },
            false => Verdict::Agrees { sensitivity },
        }
    }
}

/// The probes of one task.
struct Prober<'a> {
    task: &'a Task<'a>,
    scales: Vec<f64>,
    noise: Level,
    random: Stream,
}

/// The claimed and the true derivative along one probe.
struct Probe {
    z: Vec<f64>,
    judged: Judged,
    /// The typical size of the derivative along such a probe.
    size: f64,
}

/// Judges a gradient by probes; wrong coordinates that were located become the rows of the outcome.
pub(super) fn judge_by_probes(outcome: &mut Outcome, task: &Task) -> Verdict {
    let mut prober = Prober {
        task,
        scales: task.scales(),
        noise: task.noises()[0],
        random: Stream::new(task.seed, "probe"),
    };
    let mut groups = ranges(task.lens);
    if groups.len() > 1 {
        groups.push(0..task.x.len());
    }
    let mut found = Projection {
        probes: 0,
        single: 0.0,
        pattern: 0.0,
        miss: 1e-9,
        weak: false,
        wrong_blocks: Vec::new(),
    };
    let mut open = None;
    let mut wrong: Option<Probe> = None;
    let mut wrong_range = 0..task.x.len();
    for (k, range) in groups.iter().enumerate() {
        for _ in 0..PROBES {
            let probe = prober.probe(range.clone(), RUNGS);
            found.probes += 1;
            found.count(&probe, &prober.scales[range.clone()]);
            match probe.judged.standing {
                Standing::Disagrees => {
                    let name = if k < task.lens.len() {
                        outcome.point_names.block(k)
                    } else {
                        "all blocks together".to_string()
                    };
                    if !found.wrong_blocks.contains(&name) {
                        found.wrong_blocks.push(name);
                    }
                    if wrong.is_none() {
                        (wrong, wrong_range) = (Some(probe), range.clone());
                    }
                }
                Standing::Undecided => open = Some(probe.judged.tolerance),
                Standing::AgreesWeakly => found.weak = true,
                Standing::Agrees => {}
            }
        }
    }
    let verdict = match (&wrong, open) {
        (Some(_), _) => Verdict::Disagrees,
        (None, Some(bound)) => Verdict::Undecided(Reason::TooNoisy {
            coordinate: "the derivative along a random direction".to_string(),
            bound,
        }),
        (None, None) => found.agreement(),
    };
    outcome.projection = Some(found);
    if let Some(probe) = wrong {
        locate_all(outcome, &mut prober, probe, wrong_range);
    }
    verdict
}

fn ranges(lens: &[usize]) -> Vec<Range<usize>> {
    let mut start = 0;
    (lens.iter())
        .map(|len| {
            start += len;
            start - len..start
        })
        .filter(|range| !range.is_empty())
        .collect()
}

impl Projection {
    fn count(&mut self, probe: &Probe, scales: &[f64]) {
        let smallest = scales.iter().copied().fold(f64::INFINITY, f64::min);
        let single = 2.0 * probe.judged.tolerance / smallest;
        self.single = self.single.max(single);
        // (δ/E)ᵏ = miss, solved for E.
        self.pattern = self.single / self.miss.powf(1.0 / PROBES as f64);
    }
}

impl Prober<'_> {
    fn probe(&mut self, range: Range<usize>, rungs: usize) -> Probe {
        let z = probe::direction(&self.scales, range, &mut self.random);
        let estimate = probe::estimate(
            self.task.value,
            self.task.x,
            self.task.centre[0],
            self.noise,
            &z,
            rungs,
        );
        let (claimed, rounding) = probe::dot(self.task.claim, &z);
        let norm = |g: &[f64]| {
            g.iter()
                .zip(&z)
                .map(|(a, b)| (a * b).powi(2))
                .sum::<f64>()
                .sqrt()
        };
        let noise = rounding + norm(self.task.claim_noise);
        let size = norm(self.task.claim);
        let judged = judge(claimed, noise, estimate, size, self.task.resolution);
        Probe {
            z,
            judged: resolved(judged, size, self.task.resolution),
            size,
        }
    }

    /// Whether a fresh probe of this range disagrees, with some coordinates' claims replaced.
    fn disagrees(&mut self, range: Range<usize>, repaired: &[(usize, f64)]) -> bool {
        let probe = self.probe(range, LOCATING);
        differs(&probe, self.task.claim, repaired)
    }
}

/// A derivative along a random direction may cancel: what counts is how it would be sized without.
fn resolved(judged: Judged, size: f64, resolution: f64) -> Judged {
    match judged.standing {
        Standing::Undecided | Standing::AgreesWeakly if judged.tolerance <= resolution * size => {
            Judged {
                standing: Standing::Agrees,
                ..judged
            }
        }
        _ => judged,
    }
}

/// Whether a probe disagrees after some coordinates' claims were replaced by the truth.
fn differs(probe: &Probe, claim: &[f64], repaired: &[(usize, f64)]) -> bool {
    let change: f64 = repaired
        .iter()
        .map(|(k, truth)| (truth - claim[*k]) * probe.z[*k])
        .sum();
    (probe.judged.claimed + change - probe.judged.estimate.value).abs() > probe.judged.tolerance
}

/// Finds wrong coordinates one after the other: locate one, put the truth in its place, see whether the probe that
/// gave the alarm still disagrees.
fn locate_all(outcome: &mut Outcome, prober: &mut Prober, alarm: Probe, range: Range<usize>) {
    let mut repaired: Vec<(usize, f64)> = Vec::new();
    while repaired.len() < LOCATED && differs(&alarm, prober.task.claim, &repaired) {
        let k = locate(prober, range.clone(), &repaired);
        let noise = prober.noise;
        let estimate = prober
            .task
            .on_line(k, |line| full(line, &[noise]).swap_remove(0));
        let truth = estimate.value;
        let row = judge(
            prober.task.claim[k],
            prober.task.claim_noise[k],
            estimate,
            alarm.size,
            prober.task.resolution,
        );
        if row.standing != Standing::Disagrees || repaired.iter().any(|(other, _)| *other == k) {
            break; // many small errors: no single coordinate stands out
        }
        repaired.push((k, truth));
        outcome
            .row_names
            .push(format!("d/d{}", outcome.point_names.coordinate(k)));
        outcome.rows.push(Judged {
            careful: true,
            ..row
        });
    }
}

/// Halves the range until one coordinate is left; 10 or fewer evaluations a halving.
fn locate(prober: &mut Prober, range: Range<usize>, repaired: &[(usize, f64)]) -> usize {
    let Range {
        start: mut low,
        end: mut high,
    } = range;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        match prober.disagrees(low..middle, repaired) {
            true => high = middle,
            false => low = middle,
        }
    }
    low
}
