//! Formulas as the rules handle them: trees that share their parts, each part with its values at a few points.
//!
//! A diagnosis tries hundreds of wrong derivatives. They differ in one place and share the rest, so a part is built
//! once, evaluated once at [`LANES`] points, and never again; a prediction is compared with the learner's line by
//! looking at four numbers.

use crate::derivation::syntax::Builtin;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// The number of points at which every part is evaluated when it is made.
pub const LANES: usize = 4;

/// The values at those points; NaN where there is none.
pub type Lanes = [f64; LANES];

/// A formula.
#[derive(Clone)]
pub struct Term(Rc<Node>);

struct Node {
    kind: Kind,
    lanes: Lanes,
    depends: u64,
    size: u32,
    origin: Option<usize>,
    derivative: OnceCell<(Var, Term)>,
}

/// What a formula is.
#[derive(Clone)]
pub enum Kind {
    /// A number.
    Number(f64),
    /// A variable, a parameter, a constant such as π, or a part that the rules do not look into.
    Leaf(Rc<Leaf>),
    /// A sum of at least two terms.
    Sum(Vec<Term>),
    /// `-a`
    Neg(Term),
    /// `a b`
    Product(Term, Term),
    /// `a/b`
    Quotient(Term, Term),
    /// `a^b`
    Power(Term, Term),
    /// `|a|`
    Abs(Term),
    /// A built-in function of one argument.
    Call(Builtin, Term),
    /// `d/dx a`: what was written, and the derivative itself.
    Derive {
        /// What is differentiated.
        operand: Term,
        /// By what.
        by: Var,
        /// The derivative by the rules.
        value: Term,
    },
}

/// A variable that can be differentiated by.
pub type Var = usize;

/// A part without parts.
pub struct Leaf {
    /// Its number: which bit stands for it.
    pub var: Var,
    /// What it is.
    pub sort: Sort,
    /// Its values at all points; a multiple of [`LANES`] of them.
    pub values: Vec<f64>,
    /// Derivatives that do not vanish although the leaf is another one: dy/dx where y depends on x.
    pub slopes: RefCell<Vec<(Var, Term)>>,
    /// The leaves whose change changes it.
    pub depends: u64,
}

/// What kind of leaf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A variable or a parameter.
    Name,
    /// e
    E,
    /// π
    Pi,
    /// Something that only the evaluator understands.
    Opaque,
}

impl Leaf {
    /// More leaves than this are not told apart: one bit each.
    pub const MOST: usize = 64;
}

impl Term {
    /// A formula of this kind.
    pub fn new(kind: Kind) -> Self {
        let lanes = kind.evaluate(&mut Term::lanes);
        let mut size = 1u32;
        let mut depends = 0;
        kind.each_part(&mut |part: &Term| {
            size = size.saturating_add(part.0.size);
            depends |= part.0.depends;
        });
        if let Kind::Leaf(leaf) = &kind {
            depends = leaf.depends;
        }
        Self(Rc::new(Node {
            kind,
            lanes,
            depends,
            size,
            origin: None,
            derivative: OnceCell::new(),
        }))
    }

    /// A number.
    pub fn number(value: f64) -> Self {
        Self::new(Kind::Number(value))
    }

    /// The same formula, marked as what the writer wrote at a place.
    pub fn written_at(self, origin: usize) -> Self {
        match Rc::try_unwrap(self.0) {
            Ok(node) => Self(Rc::new(Node {
                origin: Some(origin),
                ..node
            })),
            Err(shared) => Self(Rc::new(Node {
                origin: Some(origin),
                kind: shared.kind.clone(),
                derivative: OnceCell::new(),
                ..*shared
            })),
        }
    }

    /// What it is.
    pub fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// Its values at the first points.
    pub fn lanes(&self) -> Lanes {
        self.0.lanes
    }

    /// The number of nodes, shared ones counted each time.
    pub fn size(&self) -> u32 {
        self.0.size
    }

    /// Where it was written, if it was.
    pub fn origin(&self) -> Option<usize> {
        self.0.origin
    }

    /// Whether it changes with a variable.
    pub fn depends_on(&self, var: Var) -> bool {
        self.0.depends & (1 << var) != 0
    }

    /// Whether two are the very same part, not only equal.
    pub fn is(&self, other: &Term) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// The number it is, if it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self.0.kind {
            Kind::Number(value) => Some(value),
            _ => None,
        }
    }

    /// Its derivative by `var`, computed by `compute` the first time.
    pub(super) fn derivative_or(&self, var: Var, compute: impl FnOnce() -> Term) -> Term {
        match self.0.derivative.get() {
            Some((by, derivative)) if *by == var => derivative.clone(),
            Some(_) => compute(),
            None => {
                let derivative = compute();
                let _ = self.0.derivative.set((var, derivative.clone()));
                derivative
            }
        }
    }

    /// Its values at all points, `count` of them.
    pub fn values(&self, count: usize) -> Vec<f64> {
        let blocks = count.div_ceil(LANES);
        let mut values: Vec<f64> = (0..blocks)
            .flat_map(|block| self.block(block, &mut HashMap::new()))
            .collect();
        values.truncate(count);
        values
    }

    fn block(&self, block: usize, known: &mut HashMap<*const Node, Lanes>) -> Lanes {
        if block == 0 {
            return self.lanes();
        }
        if let Some(lanes) = known.get(&Rc::as_ptr(&self.0)) {
            return *lanes;
        }
        let lanes = match &self.0.kind {
            Kind::Leaf(leaf) => leaf.lanes(block),
            kind => kind.evaluate(&mut |part| part.block(block, known)),
        };
        known.insert(Rc::as_ptr(&self.0), lanes);
        lanes
    }
}

impl Leaf {
    fn lanes(&self, block: usize) -> Lanes {
        std::array::from_fn(|lane| self.values[block * LANES + lane])
    }
}

impl Kind {
    /// Calls `visit` on the parts, one level down.
    pub fn each_part<'a>(&'a self, visit: &mut impl FnMut(&'a Term)) {
        match self {
            Self::Number(_) | Self::Leaf(_) => {}
            Self::Sum(terms) => terms.iter().for_each(visit),
            Self::Neg(a) | Self::Abs(a) | Self::Call(_, a) | Self::Derive { operand: a, .. } => {
                visit(a);
            }
            Self::Product(a, b) | Self::Quotient(a, b) | Self::Power(a, b) => {
                visit(a);
                visit(b);
            }
        }
    }

    fn evaluate(&self, of: &mut dyn FnMut(&Term) -> Lanes) -> Lanes {
        match self {
            Self::Number(value) => [*value; LANES],
            Self::Leaf(leaf) => leaf.lanes(0),
            Self::Sum(terms) => terms
                .iter()
                .fold([0.0; LANES], |sum, term| zip(sum, of(term), |a, b| a + b)),
            Self::Neg(a) => of(a).map(|a| -a),
            Self::Abs(a) => of(a).map(f64::abs),
            Self::Product(a, b) => zip(of(a), of(b), |a, b| a * b),
            Self::Quotient(a, b) => zip(of(a), of(b), |a, b| a / b),
            Self::Power(a, b) => zip(of(a), of(b), power),
            Self::Call(function, a) => of(a).map(super::functions::value(*function)),
            Self::Derive { value, .. } => of(value),
        }
    }
}

/// aᵇ; an exact power for a small whole b, which is most of them.
fn power(a: f64, b: f64) -> f64 {
    if b.fract() == 0.0 && b.abs() <= 64.0 {
        a.powi(b as i32)
    } else {
        a.powf(b)
    }
}

fn zip(a: Lanes, b: Lanes, f: impl Fn(f64, f64) -> f64) -> Lanes {
    std::array::from_fn(|lane| f(a[lane], b[lane]))
}
