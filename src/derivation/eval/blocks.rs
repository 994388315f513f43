//! A written matrix from its cells, each a number or a block.

use super::real::Precision;
use super::tensor::Tensor;
use smallvec::SmallVec;

/// Puts `rows × columns` blocks together; `None` when their sizes do not fit.
pub(crate) fn assemble<P: Precision>(
    rows: usize,
    columns: usize,
    blocks: &[Tensor<P>],
) -> Option<Tensor<P>> {
    if columns == 0 || blocks.len() != rows * columns {
        return None;
    }
    let mut entries = SmallVec::new();
    let mut height = 0;
    let mut width = None;
    for row in blocks.chunks(columns) {
        let lines = row[0].rows;
        for line in 0..lines {
            let before = entries.len();
            for block in row {
                if block.rows != lines {
                    return None;
                }
                entries.extend((0..block.columns).map(|j| block.at(line, j).clone()));
            }
            let length = entries.len() - before;
            if *width.get_or_insert(length) != length {
                return None;
            }
        }
        height += lines;
    }
    Some(Tensor::new(height, width?, entries))
}
