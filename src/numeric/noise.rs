//! How noisy a function's values are: the algorithm ECnoise of Moré and Wild
//! ("Estimating computational noise", SIAM J. Sci. Comput. 33, 2011).

use super::tableau::UNIT;

/// Values at equally spaced points that one estimate takes.
pub(crate) const SAMPLES: usize = 9;

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

/// The noise in equally spaced `values`.
pub(crate) fn from_values(values: &[f64]) -> Noise {
    let count = values.len();
    let mut differences = values.to_vec();
    let equal = values.windows(2).filter(|pair| pair[0] == pair[1]).count();
    if 2 * equal >= count {
        return Noise::TooClose;
    }
    let (low, high) = range(values);
    if high - low > 0.1 * high.abs().max(low.abs()) {
        return Noise::TooFar;
    }
    let mut gamma = 1.0;
    let mut levels = Vec::new();
    let mut signs = Vec::new();
    for order in 1..count {
        differences = differences
            .windows(2)
            .map(|pair| pair[1] - pair[0])
            .collect();
        let j = order as f64;
        gamma *= 0.5 * j / (2.0 * j - 1.0);
        let square = differences.iter().map(|d| d * d).sum::<f64>() / differences.len() as f64;
        levels.push((gamma * square).sqrt());
        let (low, high) = range(&differences);
        signs.push(low < 0.0 && high > 0.0);
    }
    (0..count - 3)
        .find(|&k| {
            let (low, high) = range(&levels[k..k + 3]);
            signs[k] && high <= 4.0 * low
        })
        .map_or(Noise::TooFar, |k| Noise::Found(levels[k]))
}

fn range(values: &[f64]) -> (f64, f64) {
    (values.iter()).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| {
        (low.min(*v), high.max(*v))
    })
}

/// The noise of a function along a line, as a bound: four standard deviations, at least the rounding of its
/// largest value. The spacing grows until noise shows (a function computed in `f32` is a staircase that looks
/// exact from too near). Takes 9 to 45 evaluations.
pub(crate) fn along(value: impl Fn(f64) -> f64) -> f64 {
    let mut largest = 0.0_f64;
    for spacing in [1e-13, 1e-11, 1e-9, 1e-7, 1e-5] {
        let values: Vec<f64> = (0..SAMPLES)
            .map(|k| value((k as f64 - 4.0) * spacing))
            .filter(|v| v.is_finite())
            .collect();
        largest = values.iter().fold(largest, |top, v| top.max(v.abs()));
        if values.len() < SAMPLES {
            continue;
        }
        if let Noise::Found(sigma) = from_values(&values) {
            return 4.0 * sigma.max(UNIT * largest);
        }
    }
    4.0 * UNIT * largest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_planted_noise_level() {
        let mut random = crate::sample::Stream::new(7, "noise");
        let values: Vec<f64> = (0..SAMPLES)
            .map(|k| 1.0 + 1e-9 * k as f64 + 1e-6 * random.between(-1.0, 1.0))
            .collect();
        let Noise::Found(sigma) = from_values(&values) else {
            panic!("no noise found")
        };
        // Uniform on [−1, 1] has standard deviation 1/√3.
        assert!((2e-7..2e-6).contains(&sigma), "{sigma}");
    }

    #[test]
    fn a_constant_is_sampled_too_closely() {
        assert_eq!(from_values(&[3.0; SAMPLES]), Noise::TooClose);
    }

    #[test]
    fn a_line_has_no_noise_but_rounding() {
        assert!(along(|t| 2.0 + t) < 1e-14);
    }
}
