//! A derivation: lines, and what each line says.

use super::{Expr, Name, Relation, Span, SyntaxError};

/// A text that was read: its lines in order, and everything that could not be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Every line that says something; blank lines and comments are left out.
    pub lines: Vec<Line>,
    /// What could not be read, in the order of the text.
    pub errors: Vec<SyntaxError>,
}

/// One logical line (a continued line counts once).
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The line of the text it starts on, counted from 1.
    pub number: usize,
    /// Where it stands, without its comment.
    pub span: Span,
    /// What it can mean, best first. Empty when it could not be read; then `errors` of the document says why.
    ///
    /// With several readings the judge tries each: exactly one true reading is accepted and shown, otherwise the
    /// writer is asked for parentheses.
    pub readings: Vec<Reading>,
}

/// One way to read a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What the line says.
    pub statement: Statement,
    /// What was decided while reading and deserves to be shown, such as "`1/2x` was read as (1/2)·x".
    pub notes: Vec<Note>,
}

/// A remark on how something was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub span: Span,
    /// One sentence.
    pub message: String,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// `let x, b : R^n`
    Declaration {
        /// What is declared.
        names: Vec<Name>,
        /// Its type.
        ty: Type,
    },
    /// `let y depends on x`: derivatives of `names` by `on` need not vanish.
    Dependence {
        /// The dependent names.
        names: Vec<Name>,
        /// What they depend on.
        on: Vec<Name>,
    },
    /// `assume x > 0, a != 1`, and `assume x^2 + y^2 = 25`, an equation that holds by decree.
    Assumption(Vec<Relation>),
    /// `let f(x) = …`, `let C = …`, and the same without `let` for a name that is new.
    Definition {
        /// The name on the left.
        name: Name,
        /// Its parameters; empty for a quantity.
        parameters: Vec<Name>,
        /// The right-hand side. Several sides (`let C = a = b`) leave `body` the first and claim the rest.
        body: Expr,
        /// Further sides, each claimed equal to `body`.
        also: Vec<Expr>,
    },
    /// The first line of a chain: an expression on its own.
    Start(Expr),
    /// `= expr`: continues the chain above. `= a = b` has two sides.
    Step {
        /// The sides, each claimed equal to the one before.
        sides: Vec<Expr>,
        /// The rule named by `by RULE`.
        rule: Option<Rule>,
    },
    /// `left = right [= …]`: at least two sides. Starts a chain.
    Claim {
        /// The sides, each claimed equal to the one before.
        sides: Vec<Expr>,
        /// The rule named by `by RULE`.
        rule: Option<Rule>,
    },
    /// `problem d6.2`: what follows poses (with a blank `___`) or answers this problem.
    Problem(String),
    /// `layout denominator`: how a derivative of a vector by a vector is laid out from here on.
    Layout(Layout),
}

/// The layout of a vector by a vector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// Rows are outputs, columns are inputs: the Jacobian. The book's convention.
    #[default]
    Numerator,
    /// Its transpose.
    Denominator,
}

/// A declared type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// `R`
    Scalar,
    /// `N` or `Z`: a whole number, such as an exponent or a count.
    Integer,
    /// `R^n`: a column of n numbers.
    Vector(Dim),
    /// `R^{m×n}`: m rows, n columns.
    Matrix(Dim, Dim),
    /// `sym R^{n×n}`
    Symmetric(Dim),
    /// `R^n -> R`: a function with no formula.
    Function(Box<Type>, Box<Type>),
}

/// A dimension: a number or a name that stands for one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dim {
    /// `3`
    Number(u32),
    /// `n`
    Named(String),
}

/// The rule a writer names with `by RULE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The chain rule.
    Chain,
    /// The product rule.
    Product,
    /// The quotient rule.
    Quotient,
    /// The power rule.
    Power,
    /// The sum rule, and linearity in general.
    Sum,
    /// The derivative of a constant, or a constant factor.
    Constant,
    /// The derivative of an exponential.
    Exponential,
    /// The derivative of a logarithm.
    Logarithm,
    /// A trigonometric derivative.
    Trigonometric,
    /// The definition of the derivative, or of a name.
    Definition,
    /// No calculus: the same expression rewritten.
    Algebra,
    /// It is given.
    Given,
}

impl Statement {
    /// The sides of an equation or chain line, in order; empty for the other statements.
    pub fn sides(&self) -> Vec<&Expr> {
        match self {
            Self::Start(expr) => vec![expr],
            Self::Step { sides, .. } | Self::Claim { sides, .. } => sides.iter().collect(),
            Self::Definition { body, also, .. } => std::iter::once(body).chain(also).collect(),
            _ => Vec::new(),
        }
    }
}
