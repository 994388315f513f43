//! What can be differentiated by: numbers, slices, arrays, nalgebra vectors and matrices, and tuples of those.
//!
//! A value of these types is a list of *blocks*, each a matrix of numbers. Flattened, the numbers stand in the
//! type's own order of storage (column by column for nalgebra); a coordinate's name counts from 0, like the code:
//! `w`, `b[2]`, `W[2,1]` (row 2, column 1).

mod arrays;
mod matrices;
mod tuples;

use std::borrow::Borrow;

/// One array of numbers inside a value: `rows × cols`, stored column by column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Rows of the block; a plain number has 1.
    pub rows: usize,
    /// Columns of the block; a vector has 1.
    pub cols: usize,
    /// What the block is written as: decides how its coordinates are named.
    pub form: Form,
}

/// How a block is indexed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One number, named by the block's name alone.
    Number,
    /// A list of numbers, one index.
    Vector,
    /// A matrix, row and column.
    Matrix,
}

impl Block {
    /// One number.
    pub fn number() -> Self {
        Self {
            rows: 1,
            cols: 1,
            form: Form::Number,
        }
    }

    /// A list of `len` numbers.
    pub fn vector(len: usize) -> Self {
        Self {
            rows: len,
            cols: 1,
            form: Form::Vector,
        }
    }

    /// A matrix stored column by column.
    pub fn matrix(rows: usize, cols: usize) -> Self {
        Self {
            rows,
            cols,
            form: Form::Matrix,
        }
    }

    /// How many numbers the block holds.
    pub fn len(&self) -> usize {
        self.rows * self.cols
    }

    /// Whether the block holds no number.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The shape in words: `a number`, `3 entries`, `2 × 3`.
    pub fn shape(&self) -> String {
        match self.form {
            Form::Number => "a number".to_string(),
            Form::Vector if self.rows == 1 => "1 entry".to_string(),
            Form::Vector => format!("{} entries", self.rows),
            Form::Matrix => format!("{} × {}", self.rows, self.cols),
        }
    }

    /// The name of the number at `position` (in order of storage) of a block called `name`, counted from 0.
    ///
    /// ```
    /// use pencilgrad::params::Block;
    /// assert_eq!(Block::matrix(3, 2).coordinate("W", 5), "W[2,1]");
    /// assert_eq!(Block::vector(3).coordinate("b", 2), "b[2]");
    /// assert_eq!(Block::number().coordinate("w", 0), "w");
    /// ```
    pub fn coordinate(&self, name: &str, position: usize) -> String {
        match self.form {
            Form::Number => name.to_string(),
            Form::Vector => format!("{name}[{position}]"),
            Form::Matrix => format!("{name}[{},{}]", position % self.rows, position / self.rows),
        }
    }
}

/// A value made of numbers, that can be taken apart and put together again.
///
/// A struct of your own is differentiated by after implementing this trait for it: usually three lines that
/// hand over to a tuple of the fields.
pub trait Params {
    /// The owned form that [`Params::rebuild`] makes: `Vec<f64>` for a slice, the type itself otherwise.
    type Owned: Borrow<Self>;

    /// The blocks in order.
    fn blocks(&self) -> Vec<Block>;

    /// Appends all numbers, block after block, each in order of storage.
    fn flatten_into(&self, flat: &mut Vec<f64>);

    /// A value of the same shape with these numbers. `flat` has exactly [`Params::count`] numbers.
    fn rebuild(&self, flat: &[f64]) -> Self::Owned;

    /// How many numbers there are.
    fn count(&self) -> usize {
        self.blocks().iter().map(Block::len).sum()
    }

    /// All numbers in one list.
    ///
    /// ```
    /// use pencilgrad::params::Params;
    /// assert_eq!((2.0, vec![3.0, 4.0]).flatten(), [2.0, 3.0, 4.0]);
    /// ```
    fn flatten(&self) -> Vec<f64> {
        let mut flat = Vec::with_capacity(self.count());
        self.flatten_into(&mut flat);
        flat
    }
}

/// Something that can be handed over as a point of type `P`: the value, a reference to it, and for `P = [f64]`
/// vectors and arrays.
pub trait AsPoint<P: ?Sized> {
    /// The point itself.
    fn as_point(&self) -> &P;
}

impl<P: Params> AsPoint<P> for P {
    fn as_point(&self) -> &P {
        self
    }
}

impl<P: Params + ?Sized> AsPoint<P> for &P {
    fn as_point(&self) -> &P {
        self
    }
}

/// The names of the coordinates of a list of blocks, made when they are asked for.
///
/// `names[k]` names block `k`; without names a single block is `x`, several are `x0`, `x1`, … A list of plain numbers
/// with as many names as entries takes them one by one.
#[derive(Debug, Clone, Default)]
pub struct Names {
    blocks: Vec<Block>,
    names: Vec<String>,
}

impl Names {
    /// The names of these blocks.
    pub fn new(blocks: &[Block], names: &[String]) -> Self {
        Self {
            blocks: blocks.to_vec(),
            names: names.to_vec(),
        }
    }

    /// How many coordinates there are.
    pub fn len(&self) -> usize {
        self.blocks.iter().map(Block::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name of block `k`, given or made up.
    pub fn block(&self, k: usize) -> String {
        match self.names.get(k) {
            Some(name) => name.clone(),
            None if self.blocks.len() == 1 => "x".to_string(),
            None => format!("x{k}"),
        }
    }

    /// The name of coordinate `position` of the flattened value.
    ///
    /// ```
    /// use pencilgrad::params::{Block, Names};
    /// let names = Names::new(&[Block::matrix(2, 2), Block::number()], &["W".to_string(), "b".to_string()]);
    /// assert_eq!((names.coordinate(1), names.coordinate(4)), ("W[1,0]".to_string(), "b".to_string()));
    /// ```
    pub fn coordinate(&self, position: usize) -> String {
        let one_vector = self.blocks.len() == 1 && self.blocks[0].form == Form::Vector;
        if one_vector && self.names.len() > 1 && self.names.len() == self.len() {
            return self.names[position].clone();
        }
        let mut rest = position;
        for (k, block) in self.blocks.iter().enumerate() {
            if rest < block.len() {
                return block.coordinate(&self.block(k), rest);
            }
            rest -= block.len();
        }
        format!("number {position}")
    }

    /// All names.
    pub fn all(&self) -> Vec<String> {
        (0..self.len()).map(|k| self.coordinate(k)).collect()
    }
}
