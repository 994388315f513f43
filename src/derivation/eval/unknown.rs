//! Functions nobody gave a formula for: random smooth ones, so that a general rule such as
//! `d/dx f(g(x)) = f'(g(x)) g'(x)` is checked with functions that have no special property.

use super::jet::{Algebra, Jet};
use super::real::{Elementary, Precision, Real};
use super::series::Series;
use super::tensor::total;

/// Waves in the sum.
const WAVES: u64 = 3;
/// A seed with this bit belongs to a function that has an inverse: it always increases.
pub(crate) const INCREASING: u64 = 1 << 63;

/// A number in [0, 1) that depends on nothing but its arguments (splitmix64).
pub(crate) fn hash_unit(seed: u64, stream: u64) -> f64 {
    (hash(seed, stream) >> 11) as f64 / (1u64 << 53) as f64
}

/// A well-mixed word that depends on nothing but its arguments.
pub(crate) fn hash(seed: u64, stream: u64) -> u64 {
    let mut z = seed
        ^ stream
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .wrapping_add(0x632b_e59b_d9b4_e019);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The hash of a text (FNV-1a), the root of every seed.
pub(crate) fn hash_text(text: &str) -> u64 {
    let step = |h: u64, byte: u8| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// A coefficient with three decimals, between the bounds.
fn coefficient(seed: u64, stream: u64, low: f64, high: f64) -> f64 {
    let value = low + (high - low) * hash_unit(seed, stream);
    (value * 1024.0).round() / 1024.0
}

/// Σₖ aₖ sin(ωₖ·u + φₖ) + b·u + c, differentiated `order` times by its first argument.
pub(crate) fn smooth<P: Precision>(
    seed: u64,
    order: usize,
    arguments: &[Jet<P>],
    algebra: &Algebra,
) -> Jet<P> {
    let mut sum = Jet::zero();
    for wave in 0..WAVES {
        let stream = wave * 1000;
        let weights = (0..arguments.len() as u64).map(|k| coefficient(seed, stream + k, 0.35, 1.3));
        let inner = total(
            arguments
                .iter()
                .zip(weights.clone())
                .map(|(u, w)| u.mul(&Jet::exact(w), algebra)),
        );
        let phase = coefficient(seed, stream + 900, 0.0, 6.0);
        let inner = inner.add(&Jet::exact(phase));
        let first = weights.clone().next().unwrap_or(1.0);
        let amplitude = coefficient(seed, stream + 901, 0.4, 1.2) * first.powi(order as i32);
        let value = shifted_sine(&inner, order, algebra);
        sum = sum.add(&value.mul(&Jet::exact(amplitude), algebra));
    }
    let slope = |k: usize| match seed & INCREASING {
        0 => coefficient(seed, 5000 + k as u64, -0.7, 0.7),
        _ => 6.0,
    };
    let linear = total(
        arguments
            .iter()
            .enumerate()
            .map(|(k, u)| u.mul(&Jet::exact(slope(k)), algebra)),
    );
    let constant = coefficient(seed, 6000, 1.0, 2.0);
    match order {
        0 => sum.add(&linear).add(&Jet::exact(constant)),
        1 => sum.add(&Jet::exact(slope(0))),
        _ => sum,
    }
}

/// The `order`-th derivative of the sine.
fn shifted_sine<P: Precision>(u: &Jet<P>, order: usize, algebra: &Algebra) -> Jet<P> {
    let r = u.real();
    let (sine, cosine) = (r.apply(Elementary::Sin), r.apply(Elementary::Cos));
    let cycle = [sine, cosine, -sine, -cosine];
    let mut factorial = 1.0;
    let degree = algebra.total_degree();
    let series: Series<P> = (0..=degree)
        .map(|k| {
            factorial *= if k == 0 { 1.0 } else { k as f64 };
            cycle[(order + k) % 4] / Real::exact(factorial)
        })
        .collect();
    u.substitute(&series, algebra)
}
