//! Derivatives with respect to many numbers: thin loops over [`numeric`](crate::numeric).

mod many;
pub(crate) mod probe;
pub(crate) mod second;

pub use many::{directional, gradient, hessian, hessian_vector, jacobian};

use crate::numeric::noise::{self, ASIDE, FAR, Level};
use crate::sample::Stream;

/// A function of a flat point with several outputs; NaN outside its domain.
pub(crate) type Value<'a> = dyn Fn(&[f64]) -> Vec<f64> + 'a;

/// `flat` with coordinate `i` put at `position`.
pub(crate) fn moved(flat: &[f64], i: usize, position: f64) -> Vec<f64> {
    let mut point = flat.to_vec();
    point[i] = position;
    point
}

/// `flat + t · direction`.
pub(crate) fn shifted(flat: &[f64], direction: &[f64], t: f64) -> Vec<f64> {
    flat.iter().zip(direction).map(|(x, d)| x + t * d).collect()
}

/// The size of each coordinate: its own, or where that is smaller the median of its block; 1 in a block of zeros.
pub(crate) fn scales(x: &[f64], lens: &[usize]) -> Vec<f64> {
    let mut scales = Vec::with_capacity(x.len());
    let mut start = 0;
    for len in lens {
        let block = &x[start..start + len];
        start += len;
        let typical = match median(block) {
            0.0 => 1.0,
            size => size,
        };
        scales.extend(block.iter().map(|v| v.abs().max(typical)));
    }
    scales
}

fn median(block: &[f64]) -> f64 {
    let mut sizes: Vec<f64> = block.iter().map(|v| v.abs()).filter(|v| *v > 0.0).collect();
    if sizes.is_empty() {
        return 0.0;
    }
    let middle = sizes.len() / 2;
    *sizes.select_nth_unstable_by(middle, f64::total_cmp).1
}

/// A random direction in which each coordinate moves by one to two times its own size, up or down; a coordinate that
/// is 0 moves like the others of its block.
pub(crate) fn tailored(x: &[f64], scales: &[f64], random: &mut Stream) -> Vec<f64> {
    (x.iter().zip(scales))
        .map(|(v, scale)| {
            let size = if *v == 0.0 { *scale } else { v.abs() };
            random.sign() * random.between(1.0, 2.0) * size
        })
        .collect()
}

/// The noise of every output of `value` along a random direction, at the point and aside of it.
pub(crate) fn noises(
    value: &Value,
    x: &[f64],
    scales: &[f64],
    outputs: usize,
    seed: u64,
) -> Vec<Level> {
    let here = noise_at(value, x, scales, outputs, seed, 0.0);
    let aside = noise_at(value, x, scales, outputs, seed, ASIDE);
    let larger = |(a, b): (&f64, &f64)| Level::even(a.max(*b));
    here.iter().zip(&aside).map(larger).collect()
}

/// The same noises, measured again as far away as the careful ladders go.
pub(crate) fn widened(
    noises: &[Level],
    value: &Value,
    x: &[f64],
    scales: &[f64],
    seed: u64,
) -> Vec<Level> {
    let far = noise_at(value, x, scales, noises.len(), seed, FAR);
    let direction = tailored(x, scales, &mut Stream::new(seed, "noise"));
    let values = value(&shifted(x, &direction, FAR));
    (noises.iter().zip(far).zip(values))
        .map(|((noise, far), value)| noise.widened(far, value))
        .collect()
}

fn noise_at(
    value: &Value,
    x: &[f64],
    scales: &[f64],
    outputs: usize,
    seed: u64,
    distance: f64,
) -> Vec<f64> {
    let direction = tailored(x, scales, &mut Stream::new(seed, "noise"));
    let from = shifted(x, &direction, distance);
    noise::along(outputs, &|t| value(&shifted(&from, &direction, t)))
}
