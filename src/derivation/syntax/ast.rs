//! The tree of an expression.
//!
//! It keeps the form that was written: sums and products are lists in the writer's order, a division is a node of
//! its own, nothing is simplified. Parentheses leave no node: where they matter, the nesting says so.
//! No tree is deeper than [`Expr::MAX_DEPTH`], so walking one by recursion is safe on any input.

use super::{
    Bound, Branch, Constant, Derivative, Function, Index, Matrix, MulOp, Name, Norm, Number, Side,
    Sign, Span,
};

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
