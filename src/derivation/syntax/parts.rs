//! What the nodes of a tree are made of.

use super::{Builtin, Dim, Expr, Name};

/// A number and how it was written.
#[derive(Debug, Clone)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// As written, in ASCII: `0.5`, `1e-8`.
    pub text: String,
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// A constant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Constant {
    /// e = 2.718…
    E,
    /// π = 3.141…
    Pi,
    /// ∞, as the target of a limit.
    Infinity,
    /// `𝟏`: a vector of ones.
    Ones(Option<Dim>),
    /// `I`: the identity matrix.
    Identity(Option<Dim>),
}

/// The sign before a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `±`
    PlusMinus,
}

/// The sign between two factors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MulOp {
    /// Nothing at all.
    Juxtaposed,
    /// `*`
    Star,
    /// `·`: product, or the inner product of two vectors.
    Dot,
    /// `×`
    Cross,
    /// `⊙`: entry by entry.
    Hadamard,
    /// `⊗`: outer or Kronecker.
    Kronecker,
    /// `∘`: composition of functions, or entry by entry.
    Compose,
}

/// Which norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Norm {
    /// Euclidean; of a matrix, Frobenius.
    Two,
    /// Sum of absolute values.
    One,
    /// Largest absolute value.
    Infinity,
    /// `‖A‖_F`, written out.
    Frobenius,
}

/// What is called.
#[derive(Debug, Clone, PartialEq)]
pub enum Function {
    /// One of the built-in functions.
    Builtin(Builtin),
    /// A function of the derivation, defined or only declared.
    Named(Name),
    /// `f⁻¹`
    Inverse(Name),
    /// `f ∘ g`: applied from the right.
    Composed(Vec<Function>),
}

/// A derivative.
#[derive(Debug, Clone, PartialEq)]
pub struct Derivative {
    /// How it was written.
    pub notation: Leibniz,
    /// What is differentiated.
    pub operand: Box<Expr>,
    /// By what, in the order written. Empty for a bare `∇f`, which means: by all that f depends on.
    pub by: Vec<Wrt>,
    /// The total order: 2 for `d²y/dx²` and `∂²f/∂x∂y`.
    pub order: u32,
}

/// One variable of a derivative.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrt {
    /// The variable: nearly always a name, `W_{jk}` included; `∂C/∂(Wx)` has an expression.
    pub variable: Expr,
    /// How often by this one.
    pub order: u32,
}

/// How a derivative was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leibniz {
    /// `d/dx (…)`: the operator before its operand; `partial` with ∂.
    Operator {
        /// Whether ∂ was written.
        partial: bool,
    },
    /// `dy/dx`: the operand in the numerator; `partial` with ∂.
    Fraction {
        /// Whether ∂ was written.
        partial: bool,
    },
    /// `∇_W C`
    Nabla,
    /// `D[f, x]`
    Bracket,
}

/// An index and its range: `i=1..n`, or `i` alone, over all its values.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound {
    /// The index.
    pub index: Name,
    /// The first value.
    pub from: Option<Expr>,
    /// The last value, included.
    pub to: Option<Expr>,
}

/// One branch of a definition by cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// The value.
    pub value: Expr,
    /// Where it holds: all of these.
    pub conditions: Vec<Relation>,
}

/// A comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// The left side.
    pub left: Expr,
    /// How they compare.
    pub comparison: Comparison,
    /// The right side.
    pub right: Expr,
}

/// How two sides compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `≠`, `!=`
    NotEqual,
    /// `<`
    Less,
    /// `≤`, `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `≥`, `>=`
    GreaterOrEqual,
}

/// From which side a limit is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// From larger values, `0⁺`.
    Above,
    /// From smaller values, `0⁻`.
    Below,
}

/// A matrix written out: rows of equal length. A column vector has rows of one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The rows, from the top.
    pub rows: Vec<Vec<Expr>>,
}
