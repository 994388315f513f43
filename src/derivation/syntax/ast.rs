//! The tree of an expression.
//!
//! It keeps the form that was written: sums and products are lists in the writer's order, a division is a node of
//! its own, nothing is simplified. Parentheses leave no node: where they matter, the nesting says so.
//! No tree is deeper than [`Expr::MAX_DEPTH`], so walking one by recursion is safe on any input.

use super::{Builtin, Dim, Index, Name, Span};

/// An expression and where it stands. Two are equal when they say the same; where they stand does not count.
#[derive(Debug, Clone)]
pub struct Expr {
    /// What it is.
    pub kind: Kind,
    /// Where it stands in the text.
    pub span: Span,
}

impl Expr {
    /// The deepest nesting that the parser accepts.
    pub const MAX_DEPTH: usize = 100;

    /// An expression at a place.
    pub fn new(kind: Kind, span: Span) -> Self {
        Self { kind, span }
    }
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

/// An expression from nowhere in particular, as rules make them.
impl From<Kind> for Expr {
    fn from(kind: Kind) -> Self {
        Self::new(kind, Span::default())
    }
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `3`, `0.5`, `1e-8`. `½` is the quotient 1/2.
    Number(Number),
    /// `e`, `π`, `∞`, `𝟏`, `I`
    Constant(Constant),
    /// A variable, a parameter, or an entry of one: `x`, `θ`, `W_{jk}`.
    Name(Name),
    /// `___`: to be filled in.
    Blank,
    /// `-x`, and `+x`, which is kept because it was written. `±x` has both values.
    Signed(Sign, Box<Expr>),
    /// `a - b + c`: at least two terms; the first one's sign is `Plus` (a leading minus is `Signed`).
    Sum(Vec<(Sign, Expr)>),
    /// `a b·c`: at least two factors, each with the sign before it; the first one's is `Juxtaposed`.
    Product(Vec<(MulOp, Expr)>),
    /// `a/b`, `\frac{a}{b}`. `a/b·c` is the product of `a/b` and `c`.
    Quotient(Box<Expr>, Box<Expr>),
    /// `x^n`, `A^{-1}`. `on_function` when the exponent was written on the function, as in `sin^2 x`.
    Power {
        /// What is raised.
        base: Box<Expr>,
        /// To what.
        exponent: Box<Expr>,
        /// `sin^2 x` rather than `(sin x)^2`: how it looks, not what it means.
        on_function: bool,
    },
    /// `xᵀ`, `x^T`
    Transpose(Box<Expr>),
    /// `n!`
    Factorial(Box<Expr>),
    /// `|x|`
    Abs(Box<Expr>),
    /// `‖x‖`, `‖A‖_F`
    Norm(Norm, Box<Expr>),
    /// `sin x`, `f(x, y)`, `f'(g(x))`, `f⁻¹(y)`
    Call {
        /// What is called.
        function: Function,
        /// How often it is differentiated *before* it is evaluated: 1 in `f'(g(x))`, which is f′ at g(x).
        order: u32,
        /// The arguments.
        arguments: Vec<Expr>,
    },
    /// `y'`, `(sin x)''`: the derivative by the one variable the operand depends on.
    Prime {
        /// What is differentiated.
        operand: Box<Expr>,
        /// How often.
        order: u32,
    },
    /// `d/dx (…)`, `dy/dx`, `∂²f/∂x∂y`, `∇_W C`, `D[f, x]`
    Derivative(Derivative),
    /// `Σ_{i=1}^{n} …`, `∏_i …`
    Big {
        /// `true` for ∏.
        product: bool,
        /// The indices and their ranges.
        bounds: Vec<Bound>,
        /// `Σ_{j≠i}`: the bound index must differ from this.
        except: Option<Index>,
        /// What is added or multiplied.
        body: Box<Expr>,
    },
    /// `lim_{h→0} …`
    Limit {
        /// What moves.
        variable: Name,
        /// Where to.
        target: Box<Expr>,
        /// `h→0⁺`, `h→0⁻`; `None` from both sides.
        side: Option<Side>,
        /// What is watched.
        body: Box<Expr>,
    },
    /// `{ x if x > 0; 0 otherwise }`, and `1[z > 0]`.
    Cases {
        /// The branches, tried in order.
        branches: Vec<Branch>,
        /// The value where none holds.
        otherwise: Option<Box<Expr>>,
    },
    /// `[a, b; c, d]`, and `(a, b)` as a column.
    Matrix(Matrix),
    /// `(W x)_i`, `softmax(z)_j`: an entry of something that is not a name.
    Entry(Box<Expr>, Vec<Index>),
    /// `… |_{x=3}`: the value where the names have these values.
    At(Box<Expr>, Vec<(Name, Expr)>),
}

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
