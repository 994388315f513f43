//! Second derivatives from values of the function alone.

use crate::numeric::Estimate;
use crate::numeric::line::RATIO;
use crate::numeric::tableau::{self, Quotient, UNIT};

/// ∂²f/∂x_i∂x_j from values at `x ± h e_i ± h e_j`, extrapolated in h².
pub(crate) fn mixed(
    value: &dyn Fn(&[f64]) -> f64,
    x: &[f64],
    i: usize,
    j: usize,
    noise: f64,
) -> Estimate {
    let unit = |k: usize| x[k].abs().max(1.0);
    let mut quotients = Vec::new();
    let mut evaluations = 0;
    let mut scale = 0.0_f64;
    let mut h = 0.2;
    for _ in 0..9 {
        let (hi, hj) = (h * unit(i), h * unit(j));
        let at = |a: f64, b: f64| {
            let mut point = x.to_vec();
            point[i] += a * hi;
            point[j] += b * hj;
            value(&point)
        };
        let values = if i == j {
            [at(1.0, 0.0), -at(0.0, 0.0), -at(0.0, 0.0), at(-1.0, 0.0)]
        } else {
            [at(1.0, 1.0), -at(1.0, -1.0), -at(-1.0, 1.0), at(-1.0, -1.0)]
        };
        evaluations += 4;
        let area = if i == j { hi * hi } else { 4.0 * hi * hj };
        let total: f64 = values.iter().sum();
        let largest = values.iter().fold(0.0_f64, |top, v| top.max(v.abs()));
        if total.is_finite() {
            let level = noise.max(4.0 * UNIT * largest);
            scale = scale.max((values[0] + values[1]).abs() / (2.0 * hi * hj));
            // The step itself is rounded: each of the four points sits up to u|x| away from where it should.
            let backward =
                4.0 * UNIT * (x[i].abs() / hi + x[j].abs() / hj) * (values[0] + values[1]).abs();
            quotients.push(Quotient {
                t: h * h,
                value: total / area,
                noise: (4.0 * level + backward) / area,
            });
        }
        h /= RATIO;
    }
    let mut estimate = Estimate::missing();
    estimate.evaluations = evaluations;
    estimate.scale = scale;
    if let Some(entry) = tableau::best(&quotients, &[]) {
        estimate.value = entry.value;
        estimate.error = entry.error;
        estimate.noise = entry.noise;
    }
    estimate
}
