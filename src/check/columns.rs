//! Coordinate by coordinate: a cheap screen for all, one fine look along a random direction, and the careful
//! ladders for the coordinates that did not pass.

use super::judge::{Judged, Standing, judge};
use crate::gradient::probe;
use crate::gradient::{Value, moved, noises, scales, shifted, tailored, widened};
use crate::numeric::line::Line;
use crate::numeric::noise::{self, Level};
use crate::numeric::{Estimate, fine, full, screen};
use crate::sample::Stream;

/// Work on coordinates that did not pass goes on until so many were looked at and one was wrong.
const WORST: usize = 64;

/// A claim of derivatives of several outputs, with all that is needed to judge it.
pub(crate) struct Task<'a> {
    pub(crate) value: &'a Value<'a>,
    pub(crate) x: &'a [f64],
    /// The lengths of the point's blocks.
    pub(crate) lens: &'a [usize],
    pub(crate) centre: &'a [f64],
    /// Outputs × inputs, column after column.
    pub(crate) claim: &'a [f64],
    /// How far rounding in the claim itself can have moved each number.
    pub(crate) claim_noise: &'a [f64],
    /// How far repeated calls at the same point spread.
    pub(crate) spread: f64,
    pub(crate) resolution: f64,
    pub(crate) seed: u64,
}

/// All numbers judged, and what was noticed on the way.
pub(crate) struct Found {
    pub(crate) rows: Vec<Judged>,
    /// Every coordinate agrees and still a random direction does not.
    pub(crate) direction_differs: bool,
}

impl Task<'_> {
    fn outputs(&self) -> usize {
        self.centre.len()
    }

    pub(crate) fn scales(&self) -> Vec<f64> {
        scales(self.x, self.lens)
    }

    /// The noise of every output.
    pub(crate) fn noises(&self) -> Vec<Level> {
        noises(
            self.value,
            self.x,
            &self.scales(),
            self.outputs(),
            self.seed,
        )
        .into_iter()
        .map(|noise| Level::even(noise.near.max(self.spread)))
        .collect()
    }

    /// The noises for careful ladders, which step farther.
    pub(crate) fn widened(&self, noises: &[Level]) -> Vec<Level> {
        widened(noises, self.value, self.x, &self.scales(), self.seed)
    }

    /// Calls `work` with the line along coordinate `i`.
    pub(crate) fn on_line<T>(&self, i: usize, work: impl FnOnce(&Line) -> T) -> T {
        let along = |position: f64| (self.value)(&moved(self.x, i, position));
        work(&Line::new(self.x[i], self.centre, &along))
    }

    fn judged(&self, k: usize, estimate: Estimate, largest: &[f64]) -> Judged {
        let largest = largest[k % self.outputs()];
        judge(
            self.claim[k],
            self.claim_noise[k],
            estimate,
            largest,
            self.resolution,
        )
    }
}

/// The noise in a claim: ECnoise on its own values along a random direction.
///
/// Nine values give a poor estimate of each single deviation, and a claim has many: twice the bound of each, and what is
/// usual among them relative to the number where that is more.
pub(crate) fn claim_noise(
    claim: &Value,
    x: &[f64],
    lens: &[usize],
    claimed: &[f64],
    seed: u64,
) -> Vec<f64> {
    let direction = tailored(x, &scales(x, lens), &mut Stream::new(seed, "claim"));
    let noise = noise::along(claimed.len(), &|t| claim(&shifted(x, &direction, t)));
    let mut shares: Vec<f64> = (noise.iter().zip(claimed))
        .map(|(noise, g)| noise / g.abs())
        .filter(|share| share.is_finite())
        .collect();
    let usual = match shares.len() {
        0 => 0.0,
        len => *shares.select_nth_unstable_by(len / 2, f64::total_cmp).1,
    };
    (noise.iter().zip(claimed))
        .map(|(noise, g)| (2.0 * noise).max(1.5 * usual * g.abs()))
        .collect()
}

/// Judges every number of the claim.
pub(crate) fn judge_all(task: &Task) -> Found {
    let noises = task.noises();
    let outputs = task.outputs();
    let mut random = Stream::new(task.seed, "screen");
    let quick: Vec<(Estimate, bool)> = (0..task.x.len())
        .flat_map(|i| {
            let jitter = random.between(0.0, 1.0);
            task.on_line(i, |line| screen(line, &noises, jitter))
        })
        .collect();
    let largest = largest_of(&quick, outputs);
    let (estimates, suspicious): (Vec<Estimate>, Vec<bool>) = quick.into_iter().unzip();
    let mut rows: Vec<Judged> = (estimates.into_iter().enumerate())
        .map(|(k, estimate)| task.judged(k, estimate, &largest))
        .collect();
    let direction = Direction::look(task, &noises);
    let column_passes = |i: &usize| {
        let range = i * outputs..(i + 1) * outputs;
        range
            .clone()
            .all(|k| passes_screen(&rows[k]) && !suspicious[k])
    };
    let mut open: Vec<usize> = (0..task.x.len())
        .filter(|i| direction.disagrees || !column_passes(i))
        .collect();
    if !open.is_empty() {
        let noises = task.widened(&noises);
        work_on(task, &mut open, &mut rows, &noises, &largest);
    }
    settle_scale(task, &mut rows, largest);
    let all_agree = rows.iter().all(|row| {
        matches!(row.standing, Standing::Agrees | Standing::AgreesWeakly) && row.slopes().is_none()
    });
    Found {
        direction_differs: all_agree
            && direction.disagrees
            && direction.still_disagrees(task, &noises),
        rows,
    }
}

/// A coordinate that the output does not depend on at all moves nothing; a claim of 0 needs no closer look.
fn passes_screen(row: &Judged) -> bool {
    let dead = row.estimate.scale == 0.0 && row.claimed == 0.0;
    row.standing == Standing::Agrees || (dead && row.standing == Standing::AgreesWeakly)
}

fn largest_of(estimates: &[(Estimate, bool)], outputs: usize) -> Vec<f64> {
    let mut largest = vec![0.0_f64; outputs];
    for (k, (estimate, _)) in estimates.iter().enumerate() {
        let size = estimate.value.abs() - estimate.error;
        if size > largest[k % outputs] {
            largest[k % outputs] = size;
        }
    }
    largest
}

/// Judges again where the careful ladders found a larger derivative than the screen had.
fn settle_scale(task: &Task, rows: &mut [Judged], mut largest: Vec<f64>) {
    for (k, row) in rows.iter().enumerate() {
        let top = &mut largest[k % task.outputs()];
        *top = top.max(row.estimate.value.abs() - row.estimate.error);
    }
    for (k, row) in rows.iter_mut().enumerate() {
        if row.standing == Standing::Undecided {
            let careful = row.careful;
            *row = task.judged(k, row.estimate.clone(), &largest);
            row.careful = careful;
        }
    }
}

/// The careful ladders for the open coordinates, worst first.
fn work_on(
    task: &Task,
    open: &mut [usize],
    rows: &mut [Judged],
    noises: &[Level],
    largest: &[f64],
) {
    let outputs = task.outputs();
    let worst = |rows: &[Judged], i: usize| {
        rows[i * outputs..(i + 1) * outputs]
            .iter()
            .map(Judged::excess)
            .fold(0.0, f64::max)
    };
    open.sort_by(|a, b| worst(rows, *b).total_cmp(&worst(rows, *a)));
    let mut wrong = false;
    for (done, i) in open.iter().enumerate() {
        if done >= WORST && wrong {
            return;
        }
        let estimates = task.on_line(*i, |line| full(line, noises));
        for (j, estimate) in estimates.into_iter().enumerate() {
            let k = i * outputs + j;
            rows[k] = task.judged(k, estimate, largest);
            rows[k].careful = true;
            wrong |= rows[k].standing == Standing::Disagrees && rows[k].slopes().is_none();
        }
    }
}

/// The look along one random direction with steps from 10⁻⁴ down: a function with structure finer than the rungs
/// of the screen (eˣ + 10⁻⁹ sin 10⁶x) fools every coordinate in the same way.
struct Direction {
    z: Vec<f64>,
    claimed: Vec<f64>,
    allowed: Vec<f64>,
    disagrees: bool,
}

impl Direction {
    fn look(task: &Task, noises: &[Level]) -> Self {
        let mut random = Stream::new(task.seed, "direction");
        let z = tailored(task.x, &task.scales(), &mut random);
        let row = |numbers: &[f64], j: usize| -> Vec<f64> {
            numbers
                .iter()
                .skip(j)
                .step_by(task.outputs())
                .copied()
                .collect()
        };
        let sizes: Vec<f64> = z.iter().map(|v| v.abs()).collect();
        let (claimed, allowed) = (0..task.outputs())
            .map(|j| {
                let (sum, rounding) = probe::dot(&row(task.claim, j), &z);
                (
                    sum,
                    rounding + probe::dot(&row(task.claim_noise, j), &sizes).0,
                )
            })
            .unzip();
        let mut look = Self {
            z,
            claimed,
            allowed,
            disagrees: false,
        };
        let jitter = random.between(0.0, 1.0);
        look.disagrees = look.differs(task, |line| fine(line, noises, jitter));
        look
    }

    fn still_disagrees(&self, task: &Task, noises: &[Level]) -> bool {
        self.differs(task, |line| full(line, noises))
    }

    fn differs(&self, task: &Task, estimates: impl FnOnce(&Line) -> Vec<Estimate>) -> bool {
        let along = |t: f64| (task.value)(&shifted(task.x, &self.z, t));
        let line = Line::new(0.0, task.centre, &along);
        (estimates(&line).iter().enumerate()).any(|(j, estimate)| {
            estimate.error.is_finite()
                && (estimate.value - self.claimed[j]).abs() > estimate.error + self.allowed[j]
        })
    }
}
