//! What kind of point this is, from values already taken: smooth, a kink, a jump, a cusp, a vertical tangent.
//!
//! Where f is smooth, its even part s(h) = |f(x+h) − 2f(x) + f(x−h)| falls like h² or faster. A kink makes it fall
//! like h, a jump not at all, a cusp with a power between. A kink at a distance shows itself by s falling like h on
//! coarse rungs and then dropping: the rungs finer than the drop are as good as those of a smooth function.

use super::line::{Line, Rung};
use super::noise::Level;

/// The kind of point that one output of a function has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Smoothness {
    /// Differentiable, as far as values can tell.
    Smooth,
    /// Different slopes to both sides.
    Kink {
        /// The slope to the left.
        left: f64,
        /// The slope to the right.
        right: f64,
    },
    /// The value jumps.
    Jump,
    /// Infinite slopes of different sign, as of √|x| at 0.
    Cusp,
    /// An infinite slope, as of ∛x at 0.
    VerticalTangent,
}

impl Smoothness {
    /// The slopes to both sides; infinite where they have no finite value.
    pub fn slopes(self) -> Option<(f64, f64)> {
        match self {
            Self::Smooth => None,
            Self::Kink { left, right } => Some((left, right)),
            Self::Jump | Self::VerticalTangent => Some((f64::INFINITY, f64::INFINITY)),
            Self::Cusp => Some((f64::NEG_INFINITY, f64::INFINITY)),
        }
    }
}

/// What the rungs say, and the step below which the function is smooth when a kink stands at a distance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Finding {
    pub(crate) smoothness: Smoothness,
    pub(crate) cutoff: Option<f64>,
}

/// A value is told from noise when it is this many times larger.
pub(crate) const CLEAR: f64 = 40.0;
/// It may be told from noise when it is this many times larger.
pub(crate) const FAINT: f64 = 5.0;
/// So many rungs in a row must show the same power of h.
const RUN: usize = 3;

/// The rungs of one output, coarse to fine, with what smoothness is judged by.
pub(crate) struct Profile {
    h: Vec<f64>,
    even: Vec<f64>,
    odd: Vec<f64>,
    noise: Vec<f64>,
    slopes: Vec<(f64, f64)>,
    two_sided: bool,
}

impl Profile {
    /// `rungs` in order, coarse to fine; rungs closer than a factor of two to the one before are left out.
    pub(crate) fn new(rungs: &[&Rung], j: usize, noise: Level, line: &Line) -> Self {
        let centre = line.centre[j];
        let mut kept: Vec<&Rung> = Vec::new();
        for rung in rungs {
            if kept.last().is_none_or(|last| rung.h() < 0.5 * last.h()) {
                kept.push(rung);
            }
        }
        let of = |f: &dyn Fn(&Rung) -> f64| kept.iter().map(|rung| f(rung)).collect();
        Self {
            h: of(&Rung::h),
            even: of(&|rung| rung.even(j, centre)),
            odd: of(&|rung| (rung.plus[j] - rung.minus[j]).abs()),
            noise: of(&|rung| 2.0 * rung.level(j, noise, line)),
            slopes: kept.iter().map(|rung| rung.slopes(j, centre)).collect(),
            two_sided: kept.iter().all(|rung| rung.two_sided()),
        }
    }

    /// The power of h with which `values` fall from rung `k` to the next.
    fn power(&self, values: &[f64], k: usize) -> f64 {
        (values[k] / values[k + 1]).ln() / (self.h[k] / self.h[k + 1]).ln()
    }

    fn clear(&self, values: &[f64], k: usize) -> bool {
        values[k] > CLEAR * self.noise[k]
    }

    /// How far the derivative can be from the central slope when a kink stands close by that cannot be told from noise,
    /// in units of the slope; `None` where the even part falls like h² down to the noise, as it does without one.
    pub(crate) fn hidden_kink(&self) -> Option<f64> {
        if !self.two_sided {
            return None;
        }
        let faint: Vec<usize> = (0..self.h.len())
            .take_while(|&k| self.even[k] > FAINT * self.noise[k])
            .collect();
        let [.., first, _, last] = faint[..] else {
            return Some(0.0);
        };
        let fall = (self.even[first] / self.even[last]).ln();
        let power = fall / (self.h[first] / self.h[last]).ln();
        (power < 1.6).then(|| 0.5 * self.even[last] / self.h[last])
    }

    /// Whether three rungs look like a kink, a jump or a cusp: reason enough for a closer look.
    pub(crate) fn suspicious(&self) -> bool {
        self.two_sided
            && self.h.len() >= 2
            && (0..self.h.len()).all(|k| self.clear(&self.even, k))
            && (0..self.h.len() - 1).all(|k| self.power(&self.even, k) < 1.5)
    }

    /// Classifies the point.
    pub(crate) fn classify(&self) -> Finding {
        let smooth = Finding {
            smoothness: Smoothness::Smooth,
            cutoff: None,
        };
        if self.vertical() {
            return Finding {
                smoothness: Smoothness::VerticalTangent,
                ..smooth
            };
        }
        if !self.two_sided {
            return smooth;
        }
        let Some((end, power)) = self.last_run() else {
            return smooth;
        };
        let smoothness = match power {
            p if p < 0.15 => Smoothness::Jump,
            p if p < 0.8 => Smoothness::Cusp,
            _ => Smoothness::Kink {
                left: self.slopes[end].0,
                right: self.slopes[end].1,
            },
        };
        Finding {
            smoothness,
            cutoff: self.drop_after(end, power),
        }
    }

    /// The finest run of rungs on which the even part falls with one power below 1.15: its last rung, and the power.
    fn last_run(&self) -> Option<(usize, f64)> {
        let pairs = self.h.len().saturating_sub(1);
        let usable = |k: usize| self.clear(&self.even, k) && self.clear(&self.even, k + 1);
        let power = |k: usize| self.power(&self.even, k);
        (RUN - 1..pairs).rev().find_map(|last| {
            let run = last + 1 - RUN..=last;
            let steady = run
                .clone()
                .all(|k| usable(k) && (power(k) - power(last)).abs() < 0.12);
            (steady && (-0.15..1.15).contains(&power(last))).then(|| (last + 1, power(last)))
        })
    }

    /// The step at which the even part drops out of the run although it would still be clear of the noise: the kink
    /// is farther away than this step.
    fn drop_after(&self, end: usize, power: f64) -> Option<f64> {
        let dropped = (end + 1..self.h.len()).find(|&k| {
            let expected = self.even[end] * (self.h[k] / self.h[end]).powf(power);
            expected > CLEAR * self.noise[k] && self.even[k] < 0.3 * expected
        })?;
        Some(self.h[dropped] * 1.01)
    }

    /// Whether the central quotient grows with one power of h down to the finest rung that is clear of the noise.
    fn vertical(&self) -> bool {
        let clear: Vec<usize> = (0..self.h.len())
            .filter(|&k| self.clear(&self.odd, k))
            .collect();
        let pairs = clear.len().saturating_sub(1);
        let growth = |k: usize| 1.0 - self.power(&self.odd, k);
        pairs >= 7
            && clear == (0..clear.len()).collect::<Vec<_>>()
            && (pairs - 7..pairs)
                .all(|k| growth(k) > 0.15 && (growth(k) - growth(pairs - 1)).abs() < 0.05)
    }
}
