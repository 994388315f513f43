//! How noisy a function's values are: the algorithm ECnoise of Moré and Wild ("Estimating computational noise",
//! SIAM J. Sci. Comput. 33, 2011), written from the paper.
//!
//! Differences of order k of equally spaced values kill the smooth part and keep the noise: when three orders in a
//! row give about the same level, and the differences change sign, that level is the noise.

use super::tableau::UNIT;
use crate::sample::Stream;

/// Values at equally spaced points that one estimate takes.
pub(crate) const SAMPLES: usize = 9;

/// The spacings that are tried, smallest first: a function computed in `f32` is a staircase that looks exact from
/// too near, so the search goes on until noise shows.
pub(crate) const SPACINGS: [f64; 5] = [1e-13, 1e-11, 1e-9, 1e-7, 1e-5];

/// Each point is moved by about one rounding of its coordinates. Equal steps can be whole numbers of roundings deep
/// inside the function (30 · 0.9 · 10⁻¹³ is 760.0 of them at 27), and then the roundings do not look random.
const JITTER: f64 = 2e-16;

/// Up to this spacing a function does not move by itself.
const CLOSE: f64 = 1e-11;

/// What the differences of equally spaced values say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Noise {
    /// The standard deviation of the noise.
    Found(f64),
    /// Most neighbouring values are equal: the spacing is too small.
    TooClose,
    /// The function itself moves too much: the spacing is too large.
    TooFar,
}

/// The noise of one output, as a bound: near the point, and as far from it as the coarsest steps go. A residual that
/// is small at the point and large aside has more of it there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Level {
    pub(crate) near: f64,
    pub(crate) far: f64,
    /// The noise far away as a share of the value there: a step that makes the value a thousand times larger makes
    /// its rounding so, too.
    pub(crate) share: f64,
}

impl Level {
    /// The same noise everywhere.
    pub(crate) fn even(noise: f64) -> Self {
        Self {
            near: noise,
            far: noise,
            share: 4.0 * UNIT,
        }
    }

    /// This noise near the point, and `far` of it where the value is `value`.
    pub(crate) fn widened(self, far: f64, value: f64) -> Self {
        let share = far / value.abs();
        Self {
            near: self.near,
            far: self.near.max(far),
            share: if share.is_finite() {
                share.max(4.0 * UNIT)
            } else {
                4.0 * UNIT
            },
        }
    }

    /// The noise of a value at a step of `reach` units.
    pub(crate) fn at(self, reach: f64, value: f64) -> f64 {
        match reach <= REACH {
            true => self.near.max(4.0 * UNIT * value),
            false => self.far.max(self.share * value),
        }
    }
}

/// Steps up to this share of the unit count as near; the screen's are.
const REACH: f64 = 0.01;
/// How far from the point noise is measured a second time, relative to the point: where the value itself is 0, as at a
/// perfect fit, noise is invisible.
pub(crate) const ASIDE: f64 = 0.004;
/// How far from the point it is measured for the careful ladders.
pub(crate) const FAR: f64 = 0.15;

/// The noise in `values` at points this far apart, relative to the point.
pub(crate) fn from_values(values: &[f64], spacing: f64) -> Noise {
    let equal = values.windows(2).filter(|pair| pair[0] == pair[1]).count();
    if 2 * equal >= values.len() {
        return Noise::TooClose;
    }
    let (low, high) = range(values);
    // Very close points differ this much by noise alone, or where the function crosses 0.
    if spacing > CLOSE && high - low > 0.1 * high.abs().max(low.abs()) {
        return Noise::TooFar;
    }
    if one_jump(values) {
        return Noise::TooFar;
    }
    let (levels, signs) = levels(values);
    (0..values.len() - 3)
        .find(|&k| {
            let (low, high) = range(&levels[k..k + 3]);
            signs[k] && high <= 4.0 * low
        })
        .map_or(Noise::TooFar, |k| Noise::Found(levels[k]))
}

/// Whether one step between neighbours is far larger than the usual one: a jump, not noise.
fn one_jump(values: &[f64]) -> bool {
    let mut steps: Vec<f64> = values
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).abs())
        .collect();
    steps.sort_by(f64::total_cmp);
    steps[steps.len() - 1] > 1e3 * steps[steps.len() / 2] && steps[steps.len() / 2] > 0.0
}

/// For each order: the noise its differences would mean, and whether they change sign.
fn levels(values: &[f64]) -> (Vec<f64>, Vec<bool>) {
    let mut differences = values.to_vec();
    let mut gamma = 1.0;
    (1..values.len())
        .map(|order| {
            differences = differences
                .windows(2)
                .map(|pair| pair[1] - pair[0])
                .collect();
            // The variance of a difference of order k of independent noise is (2k)!/(k!)² σ².
            let k = order as f64;
            gamma *= 0.5 * k / (2.0 * k - 1.0);
            let square = differences.iter().map(|d| d * d).sum::<f64>() / differences.len() as f64;
            let (low, high) = range(&differences);
            ((gamma * square).sqrt(), low < 0.0 && high > 0.0)
        })
        .unzip()
}

fn range(values: &[f64]) -> (f64, f64) {
    (values.iter()).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| {
        (low.min(*v), high.max(*v))
    })
}

/// The noise of each of several outputs along a line, as a bound: four standard deviations, and at least the
/// rounding of the largest value. `outputs(t)` is called 18 to 45 times, with t up to 4 · 10⁻⁵ to both sides; an output
/// that is not finite is left out.
///
/// Noise found at one spacing is looked for at the next as well: where many inputs are rounded to single precision,
/// some stairs are stepped over at a spacing at which most are not, and only part of the noise shows.
pub(crate) fn along(count: usize, outputs: &dyn Fn(f64) -> Vec<f64>) -> Vec<f64> {
    let mut found = vec![Search::default(); count];
    let mut random = Stream::new(0, "jitter");
    for spacing in SPACINGS {
        let samples: Vec<Vec<f64>> = (0..SAMPLES)
            .map(|k| (k as f64 - 4.0) * spacing + random.between(-JITTER, JITTER))
            .map(outputs)
            .filter(|values| values.len() == count)
            .collect();
        for (j, search) in found.iter_mut().enumerate() {
            search.look(&samples.iter().map(|s| s[j]).collect::<Vec<f64>>(), spacing);
        }
        if found.iter().all(|search| search.settled) {
            break;
        }
    }
    found.iter().map(Search::bound).collect()
}

/// From one spacing to the next, noise that only partly shows grows tenfold, like the square root, or more when its first
/// stairs come into sight; what grows a hundredfold twice is the function itself, a kink close by for example.
const STEEPEST: f64 = 30.0;

/// The search for the noise of one output through growing spacings.
#[derive(Debug, Clone, Default)]
struct Search {
    sigma: Option<f64>,
    /// A much larger level, to be confirmed by the next spacing.
    pending: Option<f64>,
    largest: f64,
    settled: bool,
}

impl Search {
    fn look(&mut self, values: &[f64], spacing: f64) {
        if self.settled || values.len() < SAMPLES || values.iter().any(|v| !v.is_finite()) {
            return;
        }
        self.largest = values.iter().fold(self.largest, |top, v| top.max(v.abs()));
        let Noise::Found(level) = from_values(values, spacing) else {
            self.settled = self.sigma.is_some();
            return;
        };
        let before = self.pending.or(self.sigma);
        match before {
            None => self.sigma = Some(level),
            Some(before) if level < STEEPEST * before => {
                self.settled = level < 2.0 * before;
                self.sigma = Some(before.max(level));
                self.pending = None;
            }
            Some(_) if self.pending.is_some() => self.settled = true,
            Some(_) => self.pending = Some(level),
        }
    }

    fn bound(&self) -> f64 {
        4.0 * self.sigma.unwrap_or(0.0).max(UNIT * self.largest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_planted_noise_within_a_factor_of_four() {
        let mut random = Stream::new(7, "noise");
        for level in [1e-12, 1e-9, 1e-6, 1e-3] {
            for _ in 0..50 {
                let values: Vec<f64> = (0..SAMPLES)
                    .map(|k| 1.0 + 1e-14 * k as f64 + level * random.between(-1.0, 1.0))
                    .collect();
                let Noise::Found(sigma) = from_values(&values, 1e-13) else {
                    continue; // three levels in a row need not agree for every sample
                };
                // Uniform on [−1, 1] has standard deviation 1/√3.
                let ratio = sigma / (level / 3.0_f64.sqrt());
                assert!((0.25..4.0).contains(&ratio), "level {level}: {ratio}");
            }
        }
    }

    #[test]
    fn a_constant_is_sampled_too_closely() {
        assert_eq!(from_values(&[3.0; SAMPLES], 1e-13), Noise::TooClose);
    }

    #[test]
    fn a_staircase_is_seen_from_far_enough() {
        let staircase = |t: f64| vec![f64::from((1.0 + t) as f32)];
        let noise = along(1, &staircase)[0];
        assert!((1e-8..1e-6).contains(&noise), "{noise:e}");
    }

    #[test]
    fn a_smooth_function_has_the_noise_of_its_rounding() {
        let noise = along(1, &|t| vec![(1.0 + t).exp()])[0];
        assert!((2e-16..1e-14).contains(&noise), "{noise:e}");
    }
}
