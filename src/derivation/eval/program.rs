//! What an expression becomes before it is evaluated: names resolved to slots, notation to a few operations.

use super::double_double::DoubleDouble;
use super::series::Unary;
use crate::derivation::syntax::{Comparison, Name, Span};

/// A place where a value lives while expressions are evaluated.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    pub(crate) name: Name,
    pub(crate) kind: SlotKind,
    pub(crate) shape: (usize, usize),
}

/// Where a slot's value comes from.
#[derive(Debug, Clone)]
pub(crate) enum SlotKind {
    /// It is sampled.
    Variable {
        /// Only whole numbers.
        integer: bool,
        /// A symmetric matrix.
        symmetric: bool,
    },
    /// An index without a sum: any of 1..=limit.
    FreeIndex(usize),
    /// It has a formula.
    Definition(Node),
    /// It depends on these slots in a way nobody said.
    Dependent {
        /// What it depends on.
        on: Vec<usize>,
        /// Which function it is.
        seed: u64,
    },
    /// It solves an equation, given its other unknowns: the node is 0.
    Implicit(Node),
    /// The same, for an assumption: derivatives do not move it.
    Constrained(Node),
    /// A parameter, a bound index, the variable of a limit.
    Local,
}

/// An operation and the place it was written.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) op: Op,
    pub(crate) span: Span,
}

/// How two factors meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Times {
    /// The shapes decide between scaling and the matrix product.
    Plain,
    /// `·`: also the inner product of two vectors.
    Dot,
    Elementwise,
    Kronecker,
}

/// Operations that take whole vectors and matrices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    Transpose,
    Trace,
    Determinant,
    Inverse,
    Diagonal,
    Stack,
    Sum,
    Mean,
    Largest,
    Smallest,
    Softmax,
    LogSumExp,
    NormTwo,
    NormOne,
    NormInfinity,
}

impl Whole {
    /// Whether the operation is analytic: no largest entry, no absolute value, no root.
    pub(crate) fn is_analytic(self) -> bool {
        !matches!(
            self,
            Self::Largest | Self::Smallest | Self::NormOne | Self::NormInfinity | Self::NormTwo
        )
    }
}

#[derive(Debug, Clone)]
pub(crate) enum Op {
    Number(DoubleDouble),
    Slot(usize),
    Ones(usize, usize),
    Identity(usize),
    Negate(Box<Node>),
    Sum(Vec<Node>),
    Times(Times, Box<Node>, Box<Node>),
    /// A product of derivatives that share variables: contracted, whatever their layouts.
    Chain(Vec<Node>),
    Divide(Box<Node>, Box<Node>),
    Power {
        base: Box<Node>,
        exponent: Box<Node>,
        /// The exponent, when it is a written fraction.
        fraction: Option<(i64, i64)>,
    },
    Apply(Unary, Box<Node>),
    Whole(Whole, Box<Node>),
    Dot(Box<Node>, Box<Node>),
    Matrix(Vec<Vec<Node>>),
    Entry(Box<Node>, Vec<Node>),
    Big {
        product: bool,
        slot: usize,
        from: Box<Node>,
        to: Box<Node>,
        except: Option<Box<Node>>,
        body: Box<Node>,
    },
    Call(usize, Vec<Node>),
    /// A function without a formula: the seed says which, the orders are of its own derivatives.
    Unknown {
        seed: u64,
        order: usize,
        arguments: Vec<Node>,
        shape: (usize, usize),
    },
    /// The number u with f(u) = value, where `slot` is f's parameter and `body` its formula.
    InverseOf {
        slot: usize,
        body: Box<Node>,
        value: Box<Node>,
    },
    Derivative(Box<Derive>),
    Limit {
        slot: usize,
        target: Target,
        side: f64,
        body: Box<Node>,
    },
    Cases(Vec<(Vec<Condition>, Node)>, Option<Box<Node>>),
    /// The body for each entry of the argument.
    Map {
        slot: usize,
        body: Box<Node>,
        argument: Box<Node>,
    },
    /// The body with slots held at other values.
    At(Box<Node>, Vec<(usize, Node)>),
    KroneckerDelta(Box<Node>, Box<Node>),
}

#[derive(Debug, Clone)]
pub(crate) struct Derive {
    pub(crate) operand: Node,
    pub(crate) slot: usize,
    /// One entry of the slot, or all of them.
    pub(crate) entry: Option<Vec<Node>>,
    pub(crate) order: usize,
    /// Slots that are held at their values although they depend on the variable.
    pub(crate) hold: Vec<usize>,
    /// The transposed layout of a vector by a vector.
    pub(crate) transposed: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Target {
    Finite(Box<Node>),
    /// +∞ or −∞.
    Infinite(f64),
}

#[derive(Debug, Clone)]
pub(crate) struct Condition {
    pub(crate) left: Node,
    pub(crate) comparison: Comparison,
    pub(crate) right: Node,
}

/// A function with a formula.
#[derive(Debug, Clone)]
pub(crate) struct Formula {
    pub(crate) parameters: Vec<usize>,
    pub(crate) body: Node,
}

/// Expressions ready to be evaluated together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Program {
    pub(crate) slots: Vec<Slot>,
    pub(crate) formulas: Vec<Formula>,
    pub(crate) roots: Vec<Node>,
    pub(crate) assumptions: Vec<Condition>,
    /// For each slot, the slots whose values change with it.
    pub(crate) dependents: Vec<Vec<usize>>,
}

impl Node {
    pub(crate) fn new(op: Op, span: Span) -> Self {
        Self { op, span }
    }

    /// The nodes directly below.
    pub(crate) fn children(&self) -> Vec<&Node> {
        match &self.op {
            Op::Number(_) | Op::Slot(_) | Op::Ones(..) | Op::Identity(_) => Vec::new(),
            Op::Negate(inner) | Op::Apply(_, inner) | Op::Whole(_, inner) => vec![inner],
            Op::Sum(parts) | Op::Chain(parts) | Op::Call(_, parts) => parts.iter().collect(),
            Op::Unknown { arguments, .. } => arguments.iter().collect(),
            Op::Times(_, a, b) | Op::Divide(a, b) | Op::Dot(a, b) | Op::KroneckerDelta(a, b) => {
                vec![a, b]
            }
            Op::Power { base, exponent, .. } => vec![base, exponent],
            Op::Matrix(rows) => rows.iter().flatten().collect(),
            Op::Entry(inner, indices) => std::iter::once(inner.as_ref()).chain(indices).collect(),
            Op::Big {
                from,
                to,
                except,
                body,
                ..
            } => {
                let mut parts = vec![from.as_ref(), to, body];
                parts.extend(except.as_deref());
                parts
            }
            Op::InverseOf { body, value, .. } => vec![body, value],
            Op::Map { body, argument, .. } => vec![body, argument],
            Op::Derivative(derive) => std::iter::once(&derive.operand)
                .chain(derive.entry.iter().flatten())
                .collect(),
            Op::Limit { target, body, .. } => match target {
                Target::Finite(target) => vec![target, body],
                Target::Infinite(_) => vec![body],
            },
            Op::Cases(branches, otherwise) => {
                let mut parts: Vec<&Node> = Vec::new();
                for (conditions, value) in branches {
                    parts.extend(conditions.iter().flat_map(|c| [&c.left, &c.right]));
                    parts.push(value);
                }
                parts.extend(otherwise.as_deref());
                parts
            }
            Op::At(inner, values) => std::iter::once(inner.as_ref())
                .chain(values.iter().map(|(_, v)| v))
                .collect(),
        }
    }

    /// Calls `visit` with this node and everything below.
    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Node)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }
}
