//! The evaluator: a program and the values of its variables in, a scalar, vector or matrix out.

use super::jet::{Algebra, Jet};
use super::program::{Condition, Node, Op, Program, SlotKind, Times};
use super::real::{Precision, Real};
use super::series::Unary;
use super::tensor::Tensor;
use super::unknown::{hash, smooth};
use crate::derivation::syntax::{Comparison, Span};
use std::cell::Cell;

/// Why there is no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) kind: FailureKind,
    /// The expression that has no value.
    pub(crate) span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FailureKind {
    /// The logarithm of a number that is not positive.
    Logarithm,
    /// An even root, or a power that is not whole, of a negative number.
    Root,
    /// A division by zero.
    Division,
    /// Outside the domain of an inverse function.
    Domain,
    /// A kink or a jump, where there is no derivative.
    Kink,
    /// A matrix without an inverse.
    Singular,
    /// A number too large.
    Overflow,
    /// No branch of a definition by cases holds.
    NoCase,
    /// A limit that does not settle.
    Limit,
    /// An equation whose solution was not found.
    Solution,
    /// Sizes that do not fit.
    Shape,
    /// An entry that does not exist.
    Index,
    /// More work than a line is worth.
    Work,
}

pub(crate) type Outcome<P> = Result<Tensor<P>, Failure>;

/// One evaluation under way.
pub(crate) struct Machine<'a, P> {
    pub(crate) program: &'a Program,
    pub(crate) values: Vec<Option<Tensor<P>>>,
    /// Slots whose value a derivative or a call has set: they are not computed again.
    pub(crate) pinned: Vec<bool>,
    pub(crate) algebra: Algebra,
    pub(crate) fuel: &'a Cell<u64>,
    pub(crate) solving: u32,
    /// Slots whose formula is being evaluated: one that needs itself has no value.
    busy: Vec<bool>,
    depth: usize,
}

/// Expressions in definitions in functions: deeper than this there is no room on the stack.
const DEEPEST: usize = 220;

impl<'a, P: Precision> Machine<'a, P> {
    /// A machine whose variables have these values, slot by slot.
    pub(crate) fn new(
        program: &'a Program,
        variables: &[Option<Tensor<P>>],
        fuel: &'a Cell<u64>,
    ) -> Self {
        Self {
            program,
            values: variables.to_vec(),
            pinned: vec![false; variables.len()],
            algebra: Algebra::new(),
            fuel,
            solving: 0,
            busy: vec![false; variables.len()],
            depth: 0,
        }
    }

    /// The value of a node; never one that is not finite.
    pub(crate) fn value(&mut self, node: &Node) -> Outcome<P> {
        self.spend(1, node)?;
        self.depth += 1;
        let value = self.operation(node);
        self.depth -= 1;
        let value = value?;
        self.spend(value.entries.len() as u64 - 1, node)?;
        if value.is_finite() {
            Ok(value)
        } else {
            Err(failure(FailureKind::Overflow, node))
        }
    }

    /// The value of a node that must be a number.
    pub(crate) fn number(&mut self, node: &Node) -> Result<Jet<P>, Failure> {
        let value = self.value(node)?;
        if value.is_scalar() {
            Ok(value.entries[0].clone())
        } else {
            Err(failure(FailureKind::Shape, node))
        }
    }

    /// Pays for the entries of a value, each with all its derivatives.
    fn spend(&self, entries: u64, node: &Node) -> Result<(), Failure> {
        // A function of a number with k coefficients takes about k products of k² each.
        let size = self.algebra.size() as u64;
        let price = entries * (4 + size + size * size * size / 16);
        let left = self.fuel.get();
        if left < price || self.depth > DEEPEST {
            return Err(failure(FailureKind::Work, node));
        }
        self.fuel.set(left - price);
        Ok(())
    }

    fn operation(&mut self, node: &Node) -> Outcome<P> {
        match &node.op {
            Op::Number(value) => Ok(Tensor::scalar(Jet::constant(Real::constant(*value)))),
            Op::Slot(slot) => self.slot(*slot, node),
            Op::Ones(rows, columns) => Ok(Tensor::from_fn(*rows, *columns, |_, _| Jet::exact(1.0))),
            Op::Identity(size) => Ok(Tensor::identity(*size)),
            Op::Negate(inner) => Ok(self.value(inner)?.neg()),
            Op::Sum(terms) => self.sum(terms, node),
            Op::Times(how, a, b) => self.times(*how, a, b, node),
            Op::Chain(factors) => self.chain(factors, node),
            Op::Divide(a, b) => self.divide(a, b, node),
            Op::Power {
                base,
                exponent,
                fraction,
            } => self.power(base, exponent, *fraction, node),
            Op::Apply(function, inner) => self.apply(*function, inner, node),
            Op::Whole(operation, inner) => self.whole(*operation, inner, node),
            Op::Dot(a, b) => {
                let (a, b) = (self.value(a)?, self.value(b)?);
                let dot = a.dot(&b, &self.algebra);
                dot.map(Tensor::scalar)
                    .ok_or(failure(FailureKind::Shape, node))
            }
            Op::Matrix(rows) => self.matrix(rows, node),
            Op::Entry(inner, indices) => self.entry(inner, indices, node),
            Op::Big { .. } => self.big(node),
            Op::Call(formula, arguments) => self.call(*formula, arguments, node),
            Op::Unknown {
                seed,
                order,
                arguments,
                shape,
            } => self.unknown(*seed, *order, arguments, *shape),
            Op::InverseOf { slot, body, value } => self.inverse_of(*slot, body, value, node),
            Op::Derivative(derive) => self.derivative(derive, node),
            Op::Limit {
                slot,
                target,
                side,
                body,
            } => self.limit(*slot, target, *side, body, node),
            Op::Cases(branches, otherwise) => self.cases(branches, otherwise.as_deref(), node),
            Op::Map {
                slot,
                body,
                argument,
            } => self.map(*slot, body, argument, node),
            Op::At(inner, places) => self.at(inner, places),
            Op::KroneckerDelta(a, b) => {
                let same = self.whole_number(a)? == self.whole_number(b)?;
                Ok(Tensor::exact(f64::from(u8::from(same))))
            }
        }
    }

    /// The value of a slot, computed once and kept until something it depends on is set.
    pub(crate) fn slot(&mut self, slot: usize, node: &Node) -> Outcome<P> {
        if let Some(value) = &self.values[slot] {
            return Ok(value.clone());
        }
        if std::mem::replace(&mut self.busy[slot], true) {
            return Err(failure(FailureKind::Solution, node));
        }
        let value = self.formula_value(slot, node);
        self.busy[slot] = false;
        let value = value?;
        self.values[slot] = Some(value.clone());
        Ok(value)
    }

    fn formula_value(&mut self, slot: usize, node: &Node) -> Outcome<P> {
        let program = self.program;
        let value = match &program.slots[slot].kind {
            SlotKind::Definition(body) => self.value(body)?,
            SlotKind::Dependent { on, seed } => {
                let mut arguments = Vec::new();
                for &slot in on {
                    arguments.extend(self.slot(slot, node)?.entries);
                }
                self.smooth_tensor(*seed, 0, &arguments, program.slots[slot].shape)
            }
            SlotKind::Implicit(equation) | SlotKind::Constrained(equation) => {
                self.implicit(slot, equation, node)?
            }
            _ => return Err(failure(FailureKind::Index, node)),
        };
        Ok(value)
    }

    /// Sets a slot, forgets what was computed from it, and returns what to put back.
    pub(crate) fn bind(&mut self, slot: usize, value: Tensor<P>) -> Saved<P> {
        let mut saved = vec![(slot, self.values[slot].replace(value), self.pinned[slot])];
        self.pinned[slot] = true;
        for &dependent in &self.program.dependents[slot] {
            if !self.pinned[dependent] {
                saved.push((dependent, self.values[dependent].take(), false));
            }
        }
        saved
    }

    /// Undoes [`Machine::bind`].
    pub(crate) fn restore(&mut self, saved: Saved<P>) {
        for (slot, value, pinned) in saved.into_iter().rev() {
            self.values[slot] = value;
            self.pinned[slot] = pinned;
        }
    }

    fn sum(&mut self, terms: &[Node], node: &Node) -> Outcome<P> {
        let mut sum = Tensor::exact(0.0);
        for (position, term) in terms.iter().enumerate() {
            let value = self.value(term)?;
            sum = if position == 0 {
                value
            } else {
                sum.add(&value).ok_or(failure(FailureKind::Shape, node))?
            };
        }
        Ok(sum)
    }

    fn times(&mut self, how: Times, a: &Node, b: &Node, node: &Node) -> Outcome<P> {
        if let Some(contracted) = self.contraction(how, a, b)? {
            return Ok(contracted);
        }
        let (a, b) = (self.value(a)?, self.value(b)?);
        self.product(how, &a, &b)
            .ok_or(failure(FailureKind::Shape, node))
    }

    pub(crate) fn product(&self, how: Times, a: &Tensor<P>, b: &Tensor<P>) -> Option<Tensor<P>> {
        let algebra = &self.algebra;
        match how {
            _ if a.is_scalar() => Some(b.scale(&a.entries[0], algebra)),
            _ if b.is_scalar() => Some(a.scale(&b.entries[0], algebra)),
            Times::Elementwise => a.zip(b, |x, y| Some(x.mul(y, algebra))),
            Times::Kronecker => Some(a.kronecker(b, algebra)),
            Times::Dot if a.columns == 1 && b.columns == 1 => {
                Some(Tensor::scalar(a.dot(b, algebra)?))
            }
            Times::Plain | Times::Dot => a.matmul(b, algebra),
        }
    }

    fn divide(&mut self, a: &Node, b: &Node, node: &Node) -> Outcome<P> {
        let (a, b) = (self.value(a)?, self.value(b)?);
        let algebra = &self.algebra;
        if b.entries.iter().any(|entry| entry.real().size() == 0.0) {
            return Err(failure(FailureKind::Division, node));
        }
        let quotient = a.zip(&b, |x, y| x.div(y, algebra));
        quotient.ok_or(failure(FailureKind::Shape, node))
    }

    fn apply(&mut self, function: Unary, inner: &Node, node: &Node) -> Outcome<P> {
        let value = self.value(inner)?;
        let result = value.try_map(|entry| entry.apply(function, &self.algebra));
        result.ok_or_else(|| {
            // A number that only rounding made 0 is no border of a domain.
            let lost = |entry: &Jet<P>| entry.real().size() == 0.0 && entry.real().error() > 0.0;
            let kind = if value.entries.iter().any(lost) {
                FailureKind::Overflow
            } else {
                self.cause(function)
            };
            failure(kind, node)
        })
    }

    fn cause(&self, function: Unary) -> FailureKind {
        match function {
            Unary::Ln => FailureKind::Logarithm,
            Unary::Sqrt => FailureKind::Root,
            Unary::Abs | Unary::Sign | Unary::Relu | Unary::Floor | Unary::Ceil | Unary::Cbrt => {
                FailureKind::Kink
            }
            _ => FailureKind::Domain,
        }
    }

    fn matrix(&mut self, rows: &[Vec<Node>], node: &Node) -> Outcome<P> {
        let columns = rows.first().map_or(0, Vec::len);
        let mut entries = Vec::new();
        for cell in rows.iter().flatten() {
            entries.push(self.value(cell)?);
        }
        super::blocks::assemble(rows.len(), columns, &entries)
            .ok_or(failure(FailureKind::Shape, node))
    }

    fn entry(&mut self, inner: &Node, indices: &[Node], node: &Node) -> Outcome<P> {
        let value = self.value(inner)?;
        let missing = || failure(FailureKind::Index, node);
        let mut places = Vec::new();
        for index in indices {
            places.push(self.whole_number(index)?);
        }
        let entry = match places.as_slice() {
            [i] if value.is_vector() => value.entries.get(i.wrapping_sub(1)),
            // One index of a matrix is its row.
            [i] if *i >= 1 && *i <= value.rows => {
                let row = (0..value.columns).map(|j| value.at(i - 1, j).clone());
                return Ok(Tensor::new(value.columns, 1, row.collect()));
            }
            [i, j] if (1..=value.rows).contains(i) && (1..=value.columns).contains(j) => {
                Some(value.at(i - 1, j - 1))
            }
            _ => None,
        };
        Ok(Tensor::scalar(entry.ok_or_else(missing)?.clone()))
    }

    /// A number that must be whole, such as an index.
    pub(crate) fn whole_number(&mut self, node: &Node) -> Result<usize, Failure> {
        let value = self.number(node)?.real().value();
        if value == value.floor() && (0.0..1e6).contains(&value) {
            Ok(value as usize)
        } else {
            Err(failure(FailureKind::Index, node))
        }
    }

    fn big(&mut self, node: &Node) -> Outcome<P> {
        let Op::Big {
            product,
            slot,
            from,
            to,
            except,
            body,
        } = &node.op
        else {
            return Err(failure(FailureKind::Index, node));
        };
        let (first, last) = (self.whole_number(from)?, self.whole_number(to)?);
        let skip = except
            .as_deref()
            .map(|index| self.whole_number(index))
            .transpose()?;
        let mut result = Tensor::exact(f64::from(u8::from(*product)));
        for (count, index) in (first..=last)
            .filter(|&index| Some(index) != skip)
            .enumerate()
        {
            let saved = self.bind(*slot, Tensor::exact(index as f64));
            let term = self.value(body);
            self.restore(saved);
            let term = term?;
            let next = match (count, product) {
                (0, _) => Some(term),
                (_, true) => self.product(Times::Plain, &result, &term),
                (_, false) => result.add(&term),
            };
            result = next.ok_or(failure(FailureKind::Shape, node))?;
        }
        Ok(result)
    }

    fn call(&mut self, formula: usize, arguments: &[Node], node: &Node) -> Outcome<P> {
        let program = self.program;
        let formula = &program.formulas[formula];
        let mut values = Vec::new();
        for argument in arguments {
            values.push(self.value(argument)?);
        }
        if values.len() != formula.parameters.len() {
            return Err(failure(FailureKind::Shape, node));
        }
        let mut saved = Vec::new();
        for (&slot, value) in formula.parameters.iter().zip(values) {
            saved.push(self.bind(slot, value));
        }
        let result = self.value(&formula.body);
        saved.into_iter().rev().for_each(|s| self.restore(s));
        result
    }

    fn unknown(
        &mut self,
        seed: u64,
        order: usize,
        arguments: &[Node],
        shape: (usize, usize),
    ) -> Outcome<P> {
        let mut values = Vec::new();
        for argument in arguments {
            values.extend(self.value(argument)?.entries);
        }
        Ok(self.smooth_tensor(seed, order, &values, shape))
    }

    fn smooth_tensor(
        &self,
        seed: u64,
        order: usize,
        arguments: &[Jet<P>],
        shape: (usize, usize),
    ) -> Tensor<P> {
        let component = |k: usize| if k == 0 { seed } else { hash(seed, k as u64) };
        let entries =
            (0..shape.0 * shape.1).map(|k| smooth(component(k), order, arguments, &self.algebra));
        Tensor::new(shape.0, shape.1, entries.collect())
    }

    fn cases(
        &mut self,
        branches: &[(Vec<Condition>, Node)],
        otherwise: Option<&Node>,
        node: &Node,
    ) -> Outcome<P> {
        for (conditions, value) in branches {
            let mut all = true;
            for condition in conditions {
                all &= self.holds(condition)?;
            }
            if all {
                return self.value(value);
            }
        }
        let otherwise = otherwise.ok_or(failure(FailureKind::NoCase, node))?;
        self.value(otherwise)
    }

    /// Whether a comparison of two numbers holds.
    pub(crate) fn holds(&mut self, condition: &Condition) -> Result<bool, Failure> {
        let (left, right) = (
            self.number(&condition.left)?,
            self.number(&condition.right)?,
        );
        let difference = left.sub(&right).real();
        if P::COMPLEX {
            return Err(failure(FailureKind::Domain, &condition.left));
        }
        // Two sides that are equal up to rounding are equal.
        let value = if difference.value().abs() <= difference.error() {
            0.0
        } else {
            difference.value()
        };
        // On the border of a branch there is a value, but in general no derivative.
        if value == 0.0 && !(left.is_constant() && right.is_constant()) {
            return Err(failure(FailureKind::Kink, &condition.left));
        }
        Ok(match condition.comparison {
            Comparison::Equal => value == 0.0,
            Comparison::NotEqual => value != 0.0,
            Comparison::Less => value < 0.0,
            Comparison::LessOrEqual => value <= 0.0,
            Comparison::Greater => value > 0.0,
            Comparison::GreaterOrEqual => value >= 0.0,
        })
    }

    fn map(&mut self, slot: usize, body: &Node, argument: &Node, node: &Node) -> Outcome<P> {
        let argument = self.value(argument)?;
        let mut entries = smallvec::SmallVec::new();
        for entry in &argument.entries {
            let saved = self.bind(slot, Tensor::scalar(entry.clone()));
            let value = self.number(body);
            self.restore(saved);
            entries.push(value.map_err(|problem| Failure {
                span: node.span,
                ..problem
            })?);
        }
        Ok(Tensor::new(argument.rows, argument.columns, entries))
    }

    fn at(&mut self, inner: &Node, places: &[(usize, Node)]) -> Outcome<P> {
        let mut saved = Vec::new();
        for (slot, place) in places {
            let value = self.value(place)?;
            saved.push(self.bind(*slot, value));
        }
        let result = self.value(inner);
        saved.into_iter().rev().for_each(|s| self.restore(s));
        result
    }
}

/// What [`Machine::bind`] replaced.
pub(crate) type Saved<P> = Vec<(usize, Option<Tensor<P>>, bool)>;

pub(crate) fn failure(kind: FailureKind, node: &Node) -> Failure {
    Failure {
        kind,
        span: node.span,
    }
}
