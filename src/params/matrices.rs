//! nalgebra's vectors and matrices, dynamic and static.

use super::{Block, Params};
use nalgebra::allocator::Allocator;
use nalgebra::{DefaultAllocator, Dim, OMatrix};

impl<R: Dim, C: Dim> Params for OMatrix<f64, R, C>
where
    DefaultAllocator: Allocator<R, C>,
{
    type Owned = OMatrix<f64, R, C>;

    fn blocks(&self) -> Vec<Block> {
        let one_column = C::try_to_usize() == Some(1);
        vec![if one_column {
            Block::vector(self.nrows())
        } else {
            Block::matrix(self.nrows(), self.ncols())
        }]
    }

    fn flatten_into(&self, flat: &mut Vec<f64>) {
        flat.extend(self.iter());
    }

    fn rebuild(&self, flat: &[f64]) -> Self::Owned {
        let (rows, cols) = self.shape_generic();
        OMatrix::from_iterator_generic(rows, cols, flat.iter().copied())
    }
}
