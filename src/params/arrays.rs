//! Numbers, slices, arrays and vectors of the standard library.

use super::{AsPoint, Block, Params};

impl Params for f64 {
    type Owned = f64;

    fn blocks(&self) -> Vec<Block> {
        vec![Block::number()]
    }

    fn flatten_into(&self, flat: &mut Vec<f64>) {
        flat.push(*self);
    }

    fn rebuild(&self, flat: &[f64]) -> f64 {
        flat[0]
    }
}

impl Params for [f64] {
    type Owned = Vec<f64>;

    fn blocks(&self) -> Vec<Block> {
        vec![Block::vector(self.len())]
    }

    fn flatten_into(&self, flat: &mut Vec<f64>) {
        flat.extend_from_slice(self);
    }

    fn rebuild(&self, flat: &[f64]) -> Vec<f64> {
        flat.to_vec()
    }
}

impl Params for Vec<f64> {
    type Owned = Vec<f64>;

    fn blocks(&self) -> Vec<Block> {
        vec![Block::vector(self.len())]
    }

    fn flatten_into(&self, flat: &mut Vec<f64>) {
        flat.extend_from_slice(self);
    }

    fn rebuild(&self, flat: &[f64]) -> Vec<f64> {
        flat.to_vec()
    }
}

impl<const N: usize> Params for [f64; N] {
    type Owned = [f64; N];

    fn blocks(&self) -> Vec<Block> {
        vec![Block::vector(N)]
    }

    fn flatten_into(&self, flat: &mut Vec<f64>) {
        flat.extend_from_slice(self);
    }

    fn rebuild(&self, flat: &[f64]) -> [f64; N] {
        std::array::from_fn(|i| flat[i])
    }
}

impl AsPoint<[f64]> for Vec<f64> {
    fn as_point(&self) -> &[f64] {
        self
    }
}

impl AsPoint<[f64]> for &Vec<f64> {
    fn as_point(&self) -> &[f64] {
        self
    }
}

impl<const N: usize> AsPoint<[f64]> for [f64; N] {
    fn as_point(&self) -> &[f64] {
        self
    }
}

impl<const N: usize> AsPoint<[f64]> for &[f64; N] {
    fn as_point(&self) -> &[f64] {
        *self
    }
}
