//! Scalars, vectors and matrices of numbers with derivatives.

use super::jet::{Algebra, Jet};
use super::real::Precision;
use smallvec::{SmallVec, smallvec};

/// Entries row by row; a scalar is 1×1, a vector n×1.
#[derive(Debug, Clone)]
pub(crate) struct Tensor<P> {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    pub(crate) entries: SmallVec<[Jet<P>; 1]>,
}

impl<P: Precision> Tensor<P> {
    pub(crate) fn scalar(entry: Jet<P>) -> Self {
        Self {
            rows: 1,
            columns: 1,
            entries: smallvec![entry],
        }
    }

    pub(crate) fn exact(value: f64) -> Self {
        Self::scalar(Jet::exact(value))
    }

    pub(crate) fn from_fn(
        rows: usize,
        columns: usize,
        entry: impl Fn(usize, usize) -> Jet<P>,
    ) -> Self {
        let places = (0..rows).flat_map(|i| (0..columns).map(move |j| (i, j)));
        Self {
            rows,
            columns,
            entries: places.map(|(i, j)| entry(i, j)).collect(),
        }
    }

    pub(crate) fn new(rows: usize, columns: usize, entries: SmallVec<[Jet<P>; 1]>) -> Self {
        debug_assert_eq!(rows * columns, entries.len());
        Self {
            rows,
            columns,
            entries,
        }
    }

    pub(crate) fn identity(size: usize) -> Self {
        Self::from_fn(size, size, |i, j| Jet::exact(f64::from(u8::from(i == j))))
    }

    pub(crate) fn shape(&self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    pub(crate) fn is_scalar(&self) -> bool {
        self.shape() == (1, 1)
    }

    pub(crate) fn is_vector(&self) -> bool {
        self.rows == 1 || self.columns == 1
    }

    pub(crate) fn at(&self, row: usize, column: usize) -> &Jet<P> {
        &self.entries[row * self.columns + column]
    }

    pub(crate) fn reshape(self, rows: usize, columns: usize) -> Self {
        Self::new(rows, columns, self.entries)
    }

    pub(crate) fn is_finite(&self) -> bool {
        self.entries.iter().all(Jet::is_finite)
    }

    pub(crate) fn map(&self, f: impl Fn(&Jet<P>) -> Jet<P>) -> Self {
        Self::new(
            self.rows,
            self.columns,
            self.entries.iter().map(f).collect(),
        )
    }

    pub(crate) fn try_map(&self, f: impl Fn(&Jet<P>) -> Option<Jet<P>>) -> Option<Self> {
        let entries: Option<SmallVec<_>> = self.entries.iter().map(f).collect();
        Some(Self::new(self.rows, self.columns, entries?))
    }

    pub(crate) fn neg(&self) -> Self {
        self.map(Jet::neg)
    }

    /// Entry by entry; a scalar meets every entry, and a column of m numbers meets every row of a B×m matrix.
    pub(crate) fn zip(
        &self,
        other: &Self,
        f: impl Fn(&Jet<P>, &Jet<P>) -> Option<Jet<P>>,
    ) -> Option<Self> {
        let (a, b) = (self.shape(), other.shape());
        let (rows, columns) = if a == b || other.is_scalar() || spreads(b, a) {
            a
        } else {
            b
        };
        let fits =
            |shape| shape == (rows, columns) || shape == (1, 1) || spreads(shape, (rows, columns));
        if !fits(a) || !fits(b) {
            return None;
        }
        let mut entries = SmallVec::with_capacity(rows * columns);
        for i in 0..rows {
            for j in 0..columns {
                entries.push(f(
                    self.spread(i, j, (rows, columns)),
                    other.spread(i, j, (rows, columns)),
                )?);
            }
        }
        Some(Self::new(rows, columns, entries))
    }

    fn spread(&self, row: usize, column: usize, target: (usize, usize)) -> &Jet<P> {
        match self.shape() {
            (1, 1) => &self.entries[0],
            shape if shape == target => self.at(row, column),
            (1, _) => &self.entries[column],
            _ => &self.entries[column],
        }
    }

    pub(crate) fn add(&self, other: &Self) -> Option<Self> {
        self.zip(other, |a, b| Some(a.add(b)))
    }

    pub(crate) fn scale(&self, factor: &Jet<P>, algebra: &Algebra) -> Self {
        self.map(|entry| entry.mul(factor, algebra))
    }

    pub(crate) fn transpose(&self) -> Self {
        Self::from_fn(self.columns, self.rows, |i, j| self.at(j, i).clone())
    }

    /// The matrix product; `None` when the inner sizes differ.
    pub(crate) fn matmul(&self, other: &Self, algebra: &Algebra) -> Option<Self> {
        if self.columns != other.rows {
            return None;
        }
        Some(Self::from_fn(self.rows, other.columns, |i, j| {
            let products = (0..self.columns).map(|k| self.at(i, k).mul(other.at(k, j), algebra));
            total(products)
        }))
    }

    /// The sum of all entries.
    pub(crate) fn sum(&self) -> Jet<P> {
        total(self.entries.iter().cloned())
    }

    pub(crate) fn trace(&self) -> Option<Jet<P>> {
        let square = self.rows == self.columns;
        square.then(|| total((0..self.rows).map(|i| self.at(i, i).clone())))
    }

    /// Σᵢ aᵢ bᵢ over all entries.
    pub(crate) fn dot(&self, other: &Self, algebra: &Algebra) -> Option<Jet<P>> {
        if self.entries.len() != other.entries.len() {
            return None;
        }
        let pairs = self.entries.iter().zip(&other.entries);
        Some(total(pairs.map(|(a, b)| a.mul(b, algebra))))
    }

    /// The Kronecker product; of two columns a, b it is the outer product a bᵀ.
    pub(crate) fn kronecker(&self, other: &Self, algebra: &Algebra) -> Self {
        if self.columns == 1 && other.columns == 1 {
            return Self::from_fn(self.rows, other.rows, |i, j| {
                self.at(i, 0).mul(other.at(j, 0), algebra)
            });
        }
        let (rows, columns) = (other.rows, other.columns);
        Self::from_fn(self.rows * rows, self.columns * columns, |i, j| {
            self.at(i / rows, j / columns)
                .mul(other.at(i % rows, j % columns), algebra)
        })
    }

    /// A vector becomes a diagonal matrix, a square matrix its diagonal.
    pub(crate) fn diagonal(&self) -> Self {
        if self.is_vector() {
            let size = self.entries.len();
            return Self::from_fn(size, size, |i, j| {
                if i == j {
                    self.entries[i].clone()
                } else {
                    Jet::zero()
                }
            });
        }
        Self::from_fn(self.rows.min(self.columns), 1, |i, _| self.at(i, i).clone())
    }

    /// The entries column by column, as one column.
    pub(crate) fn stack(&self) -> Self {
        let size = self.entries.len();
        Self::from_fn(size, 1, |k, _| {
            self.at(k % self.rows, k / self.rows).clone()
        })
    }

    /// The determinant, by elimination with pivots.
    pub(crate) fn determinant(&self, algebra: &Algebra) -> Option<Jet<P>> {
        if self.rows != self.columns {
            return None;
        }
        let mut matrix = self.clone();
        let mut product = Jet::exact(1.0);
        for step in 0..matrix.rows {
            let pivot = matrix.pivot(step);
            if matrix.at(pivot, step).real().size() == 0.0 {
                return matrix.laplace(step, product, algebra);
            }
            if pivot != step {
                matrix.swap_rows(pivot, step);
                product = product.neg();
            }
            product = product.mul(matrix.at(step, step), algebra);
            matrix.eliminate_below(step, algebra)?;
        }
        Some(product)
    }

    /// What is left of the determinant when a column has no pivot: 0, unless derivatives of its entries are not.
    fn laplace(&self, step: usize, product: Jet<P>, algebra: &Algebra) -> Option<Jet<P>> {
        let size = self.rows - step;
        if algebra.depth() == 0 {
            return Some(Jet::zero());
        }
        // Expansion costs a factorial.
        if size > 5 {
            return None;
        }
        let block = Self::from_fn(size, size, |i, j| self.at(step + i, step + j).clone());
        Some(product.mul(&expansion(&block, algebra), algebra))
    }

    /// A⁻¹; `None` for a matrix that is not square or not invertible.
    pub(crate) fn inverse(&self, algebra: &Algebra) -> Option<Self> {
        let size = self.rows;
        if size != self.columns {
            return None;
        }
        let mut matrix = Self::from_fn(size, 2 * size, |i, j| match j.checked_sub(size) {
            None => self.at(i, j).clone(),
            Some(j) => Jet::exact(f64::from(u8::from(i == j))),
        });
        for step in 0..size {
            let pivot = matrix.pivot(step);
            matrix.swap_rows(pivot, step);
            let divisor = matrix.at(step, step).clone();
            for j in 0..2 * size {
                let entry = matrix.at(step, j).div(&divisor, algebra)?;
                matrix.entries[step * 2 * size + j] = entry;
            }
            for row in (0..size).filter(|&row| row != step) {
                let factor = matrix.at(row, step).clone();
                matrix.subtract_row(row, step, &factor, algebra);
            }
        }
        Some(Self::from_fn(size, size, |i, j| {
            matrix.at(i, size + j).clone()
        }))
    }

    fn pivot(&self, step: usize) -> usize {
        let size = |row: usize| self.at(row, step).real().size();
        (step..self.rows).fold(
            step,
            |best, row| if size(row) > size(best) { row } else { best },
        )
    }

    fn swap_rows(&mut self, a: usize, b: usize) {
        for j in 0..self.columns {
            self.entries
                .swap(a * self.columns + j, b * self.columns + j);
        }
    }

    fn eliminate_below(&mut self, step: usize, algebra: &Algebra) -> Option<()> {
        for row in step + 1..self.rows {
            let factor = self.at(row, step).div(self.at(step, step), algebra)?;
            self.subtract_row(row, step, &factor, algebra);
        }
        Some(())
    }

    fn subtract_row(&mut self, row: usize, from: usize, factor: &Jet<P>, algebra: &Algebra) {
        for j in 0..self.columns {
            let change = self.at(from, j).mul(factor, algebra);
            let entry = self.at(row, j).sub(&change);
            self.entries[row * self.columns + j] = entry;
        }
    }
}

/// Whether a vector of shape `small` is added to every row of a matrix of shape `large`.
fn spreads(small: (usize, usize), large: (usize, usize)) -> bool {
    let (rows, columns) = large;
    rows > 1 && columns > 1 && (small == (columns, 1) || small == (1, columns))
}

/// The determinant by expansion along the first row, for the small blocks elimination cannot do.
fn expansion<P: Precision>(matrix: &Tensor<P>, algebra: &Algebra) -> Jet<P> {
    let size = matrix.rows;
    if size == 0 {
        return Jet::exact(1.0);
    }
    let minor = |column: usize| {
        Tensor::from_fn(size - 1, size - 1, |i, j| {
            matrix.at(i + 1, j + usize::from(j >= column)).clone()
        })
    };
    total((0..size).map(|column| {
        let term = matrix
            .at(0, column)
            .mul(&expansion(&minor(column), algebra), algebra);
        if column % 2 == 1 { term.neg() } else { term }
    }))
}

/// The sum of numbers.
pub(crate) fn total<P: Precision>(numbers: impl Iterator<Item = Jet<P>>) -> Jet<P> {
    numbers.fold(Jet::zero(), |sum, number| sum.add(&number))
}
