//! Estimates of every output along a line: the cheap screen, and the careful ladders.

use super::line::{Line, Rung};
use super::noise::Level;
use super::smooth::{CLEAR, FAINT, Finding, Profile, Smoothness};
use super::tableau::{self, Quotient};

/// A derivative found by nudging, with everything needed to judge it.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The derivative. NaN when none could be found.
    pub value: f64,
    /// Bound on |value − true derivative|; infinite when none could be found.
    pub error: f64,
    /// The part of `error` that comes from rounding and noise of the function.
    pub noise: f64,
    /// How much further off the value can be when a kink stands close by that is too small to be told from noise. A
    /// claim is called wrong only beyond `error + doubt`.
    pub doubt: f64,
    /// How much the function moves per unit step around here: a yardstick where the derivative is 0.
    pub scale: f64,
    /// The finest step that entered.
    pub step: f64,
    /// The order of the method that was chosen: the error falls like step to this power.
    pub order: usize,
    /// How often the function was called.
    pub evaluations: usize,
    /// Whether there is a derivative at all.
    pub smoothness: Smoothness,
    /// Whether the point is the edge of the domain, so that steps went to one side only.
    pub edge: bool,
    /// Step and difference quotient of every rung, coarse to fine; empty when the screen was enough.
    pub ladder: Vec<(f64, f64)>,
}

impl Estimate {
    /// No estimate at all.
    pub(crate) fn missing() -> Self {
        Self {
            value: f64::NAN,
            error: f64::INFINITY,
            noise: f64::INFINITY,
            doubt: 0.0,
            scale: 0.0,
            step: f64::NAN,
            order: 0,
            evaluations: 0,
            smoothness: Smoothness::Smooth,
            edge: false,
            ladder: Vec::new(),
        }
    }
}

/// The first step of the screen, for a coordinate of size 1.
const SCREEN: f64 = 4e-3;
/// The first steps of the careful ladders.
const COARSE: f64 = 0.2;
const FINE: f64 = 1e-4;
/// The rungs of a careful ladder.
const RUNGS: usize = 12;

/// The cheap estimate of every output: three rungs, six evaluations. `jitter` in 0..1 shifts the first step, so
/// that no period is hit by every coordinate. The flag says that an output may not be smooth.
pub(crate) fn screen(line: &Line, noises: &[Level], jitter: f64) -> Vec<(Estimate, bool)> {
    let rungs = line.ladder(SCREEN * line.unit() * jitter.exp2(), 3, |_| false);
    let all: Vec<&Rung> = rungs.iter().collect();
    (noises.iter().enumerate())
        .map(|(j, noise)| {
            let estimate = from_rungs(line, &all, j, *noise);
            let profile = Profile::new(&all, j, *noise, line);
            (estimate, profile.suspicious())
        })
        .collect()
}

/// The estimate of every output from one fine ladder of ten rungs.
pub(crate) fn fine(line: &Line, noises: &[Level], jitter: f64) -> Vec<Estimate> {
    let rungs = line.ladder(FINE * line.unit() * jitter.exp2(), 10, |_| false);
    let all: Vec<&Rung> = rungs.iter().collect();
    (noises.iter().enumerate())
        .map(|(j, noise)| from_rungs(line, &all, j, *noise))
        .collect()
}

/// The careful estimate of every output: up to three ladders of twelve rungs, a look at smoothness, and a bound
/// enlarged to any disagreement between the ladders.
pub(crate) fn full(line: &Line, noises: &[Level]) -> Vec<Estimate> {
    let unit = line.unit();
    let mut starts = vec![COARSE * unit, FINE * unit];
    if line.origin != 0.0 && line.origin.abs() < 0.5 * unit {
        starts.push(COARSE * line.origin.abs());
    }
    let ladders: Vec<Vec<Rung>> = (starts.into_iter())
        .map(|start| line.ladder(start, RUNGS, |rungs| noise_dominates(line, rungs, noises)))
        .collect();
    (noises.iter().enumerate())
        .map(|(j, noise)| {
            let mut estimate = from_ladders(line, &ladders, j, *noise);
            estimate.evaluations = line.evaluations();
            estimate
        })
        .collect()
}

/// Whether finer rungs would only add noise, for every output.
fn noise_dominates(line: &Line, rungs: &[Rung], noises: &[Level]) -> bool {
    rungs.len() >= 5
        && (noises.iter().enumerate()).all(|(j, noise)| {
            let quotients = quotients(line, &rungs.iter().collect::<Vec<_>>(), j, *noise);
            let finest = quotients.last().map_or(0.0, |q| q.noise);
            tableau::best(&quotients, &[]).is_some_and(|entry| finest > 30.0 * entry.error)
        })
}

fn from_ladders(line: &Line, ladders: &[Vec<Rung>], j: usize, noise: Level) -> Estimate {
    let mut merged: Vec<&Rung> = ladders.iter().flatten().collect();
    merged.sort_by(|a, b| b.h().total_cmp(&a.h()));
    let profile = Profile::new(&merged, j, noise, line);
    let finding = profile.classify();
    let finer = |rung: &&Rung| finding.cutoff.is_none_or(|cutoff| rung.h() < cutoff);
    let everywhere = quotients(line, &merged, j, noise);
    let mut kept = Estimate::missing();
    for ladder in ladders {
        let rungs: Vec<&Rung> = ladder.iter().filter(finer).collect();
        combine(&mut kept, guarded(line, &rungs, &everywhere, j, noise));
    }
    kept.scale = (merged.iter())
        .map(|rung| rung.secant(j, line.centre[j]))
        .fold(0.0, f64::max);
    kept.smoothness = settled(finding, &kept);
    if let Some(kink) = profile.hidden_kink() {
        kept.doubt = kink.max(0.5 * CLEAR * kept.noise);
    }
    kept.ladder = (merged.iter().zip(&everywhere))
        .map(|(rung, quotient)| (rung.h(), quotient.value))
        .collect();
    kept
}

/// A kink at a distance is none when the finer rungs give a derivative that is sharp compared with the kink.
fn settled(finding: Finding, estimate: &Estimate) -> Smoothness {
    let Some((left, right)) = finding.smoothness.slopes() else {
        return Smoothness::Smooth;
    };
    // Two infinite slopes have no difference: then any finite bound is sharp.
    let jump = (right - left).abs();
    let sharp = if jump.is_nan() {
        estimate.error.is_finite()
    } else {
        estimate.error < 0.02 * jump
    };
    match finding.cutoff {
        Some(_) if sharp => Smoothness::Smooth,
        _ => finding.smoothness,
    }
}

/// Keeps the better of two estimates, its bound enlarged to any disagreement with the other.
fn combine(kept: &mut Estimate, new: Estimate) {
    if !new.error.is_finite() {
        return;
    }
    if !kept.error.is_finite() {
        *kept = new;
        return;
    }
    let gap = (kept.value - new.value).abs();
    let disagree = gap > kept.error + new.error;
    if new.error < kept.error {
        *kept = new;
    }
    if disagree {
        kept.error = gap;
    }
}

fn quotients(line: &Line, rungs: &[&Rung], j: usize, noise: Level) -> Vec<Quotient> {
    (rungs.iter())
        .map(|rung| rung.quotient(j, noise, line))
        .collect()
}

/// The estimate of output `j` from one ladder.
pub(crate) fn from_rungs(line: &Line, rungs: &[&Rung], j: usize, noise: Level) -> Estimate {
    guarded(line, rungs, &[], j, noise)
}

/// The estimate of output `j` from one ladder, which the finer ones of `others` do not contradict.
fn guarded(line: &Line, rungs: &[&Rung], others: &[Quotient], j: usize, noise: Level) -> Estimate {
    let mut estimate = Estimate {
        scale: (rungs.iter())
            .map(|rung| rung.secant(j, line.centre[j]))
            .fold(0.0, f64::max),
        evaluations: line.evaluations(),
        edge: rungs.first().is_some_and(|rung| !rung.two_sided()),
        ..Estimate::missing()
    };
    if let Some(entry) = tableau::best(&quotients(line, rungs, j, noise), others) {
        estimate.value = entry.value;
        estimate.error = entry.error;
        estimate.noise = entry.noise;
        estimate.doubt = 0.5 * FAINT * entry.noise;
        estimate.step = rungs[entry.row].h();
        let per_column = if estimate.edge { 1 } else { 2 };
        estimate.order = per_column * (entry.column + 1);
    }
    estimate
}
