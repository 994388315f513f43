//! Points that are easy to read and to compute with: short decimals from a fixed seed.

use nalgebra::{DMatrix, DVector};

/// A stream of random numbers (SplitMix64). The stream's name keeps probes apart from points of the same seed.
#[derive(Debug, Clone)]
pub struct Stream(u64);

impl Stream {
    /// The stream called `name` of this seed.
    pub fn new(seed: u64, name: &str) -> Self {
        let mut stream = Self(seed ^ 0x9e37_79b9_7f4a_7c15);
        for byte in name.bytes() {
            stream.0 = stream.0.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte);
            stream.bits();
        }
        stream
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in `low..high`, all equally likely.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        let unit = (self.bits() >> 11) as f64 / (1_u64 << 53) as f64;
        low + (high - low) * unit
    }

    /// One of `0..count`.
    pub fn below(&mut self, count: usize) -> usize {
        (self.bits() % count.max(1) as u64) as usize
    }

    /// −1 or 1.
    pub fn sign(&mut self) -> f64 {
        if self.bits() >> 63 == 0 { 1.0 } else { -1.0 }
    }

    /// A half in [−3, 3]: −3, −2.5, … 3.
    pub fn half(&mut self) -> f64 {
        (self.below(13) as f64 - 6.0) / 2.0
    }
}

/// `count` points of `dim` halves in [−3, 3].
///
/// ```
/// let points = pencilgrad::sample::halves(2, 64, 7);
/// assert_eq!((points.len(), points[0].len()), (64, 2));
/// assert_eq!(points, pencilgrad::sample::halves(2, 64, 7));
/// ```
pub fn halves(dim: usize, count: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut random = Stream::new(seed, "halves");
    (0..count)
        .map(|_| (0..dim).map(|_| random.half()).collect())
        .collect()
}

/// `count` numbers that are halves in [−3, 3].
pub fn numbers(count: usize, seed: u64) -> Vec<f64> {
    let mut random = Stream::new(seed, "numbers");
    (0..count).map(|_| random.half()).collect()
}

/// `count` numbers between `low` and `high`, rounded to hundredths, for functions with a smaller domain.
pub fn numbers_between(low: f64, high: f64, count: usize, seed: u64) -> Vec<f64> {
    let mut random = Stream::new(seed, "between");
    let (first, last) = ((low * 100.0).ceil(), (high * 100.0).floor());
    (0..count)
        .map(|_| (random.between(first, last + 1.0)).floor().min(last) / 100.0)
        .collect()
}

/// A vector of halves in [−3, 3].
pub fn vector(len: usize, seed: u64) -> DVector<f64> {
    let mut random = Stream::new(seed, "vector");
    DVector::from_fn(len, |_, _| random.half())
}

/// A matrix of halves in [−3, 3].
pub fn matrix(rows: usize, cols: usize, seed: u64) -> DMatrix<f64> {
    let mut random = Stream::new(seed, "matrix");
    DMatrix::from_fn(rows, cols, |_, _| random.half())
}
