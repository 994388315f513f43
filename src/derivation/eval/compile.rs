//! From the syntax tree to a program: names become slots, notation becomes operations.

use super::double_double::DoubleDouble;
use super::environment::Environment;
use super::literals::{exact, fraction};
use super::program::{Condition, Node, Op, Program, Target, Times, Whole};
use super::series::Unary;

use super::world::World;
use crate::derivation::syntax::{
    Bound, Branch, Constant, Dim, Expr, Index, Kind, Matrix, MulOp, Name, Norm, Relation, Side,
    Sign, Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// Why an expression has no meaning: one sentence, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaningless {
    /// The part it is about.
    pub span: Span,
    /// One sentence.
    pub message: String,
}

pub(crate) type Compiled<T> = Result<T, Meaningless>;

/// What is said about a 𝟏 or an I whose size could be any of several.
pub(crate) const UNSIZED: &str =
    "the size of this is not clear: write it as an index, such as I_n or 𝟏_n";

/// Definitions inside definitions deeper than this are not followed.
const DEEPEST: usize = 60;
/// More nodes than this are not worth a learner's second.
const MOST_NODES: usize = 20_000;

/// A compilation under way.
pub(crate) struct Compiler<'a> {
    pub(crate) env: &'a Environment,
    pub(crate) world: &'a World,
    pub(crate) program: Program,
    pub(crate) slots: BTreeMap<Name, usize>,
    pub(crate) free_indices: BTreeMap<String, usize>,
    pub(crate) formulas: BTreeMap<Name, usize>,
    /// Definitions being compiled, to notice one that needs itself.
    pub(crate) open: BTreeSet<Name>,
    /// Parameters and bound indices, innermost last.
    pub(crate) scope: Vec<(Name, usize)>,
    pub(crate) depth: usize,
    nodes: usize,
}

/// Compiles expressions so that they share their variables, with the assumptions that concern them.
pub(crate) fn compile(
    env: &Environment,
    world: &World,
    expressions: &[&Expr],
) -> Compiled<Program> {
    let mut compiler = Compiler::new(env, world);
    let mut roots = Vec::new();
    for expr in expressions {
        roots.push(compiler.node(expr)?);
    }
    compiler.program.roots = roots;
    compiler.finish()
}

impl<'a> Compiler<'a> {
    fn new(env: &'a Environment, world: &'a World) -> Self {
        Self {
            env,
            world,
            program: Program::default(),
            slots: BTreeMap::new(),
            free_indices: BTreeMap::new(),
            formulas: BTreeMap::new(),
            open: BTreeSet::new(),
            scope: Vec::new(),
            depth: 0,
            nodes: 0,
        }
    }

    /// Adds the assumptions about variables in use, and who depends on whom.
    fn finish(mut self) -> Compiled<Program> {
        for relation in &self.env.assumptions {
            let known = relation_names(relation).into_iter().all(|name| {
                self.slots.contains_key(&name) || self.world.named(&name.symbol).is_some()
            });
            if known {
                let condition = self.condition(relation)?;
                self.program.assumptions.push(condition);
            }
        }
        self.program.dependents = super::dependents::dependents(&self.program);
        Ok(self.program)
    }

    /// The node of an expression.
    pub(crate) fn node(&mut self, expr: &Expr) -> Compiled<Node> {
        self.nodes += 1;
        if self.nodes > MOST_NODES || self.depth > DEEPEST {
            return Err(meaningless(
                expr.span,
                "this is too long or too deeply nested to check; split it into several lines",
            ));
        }
        let op = self.operation(expr)?;
        Ok(Node::new(op, expr.span))
    }

    pub(crate) fn boxed(&mut self, expr: &Expr) -> Compiled<Box<Node>> {
        Ok(Box::new(self.node(expr)?))
    }

    fn operation(&mut self, expr: &Expr) -> Compiled<Op> {
        match &expr.kind {
            Kind::Number(number) => Ok(Op::Number(exact(number))),
            Kind::Constant(constant) => self.constant(constant, expr.span),
            Kind::Name(name) => self.name(name, expr.span),
            Kind::Blank => Err(meaningless(
                expr.span,
                "the blank ___ is still to be filled in",
            )),
            Kind::Signed(sign, inner) => self.signed(*sign, inner),
            Kind::Sum(terms) => self.sum(terms),
            Kind::Product(factors) => self.product(factors),
            Kind::Quotient(a, b) => Ok(Op::Divide(self.boxed(a)?, self.boxed(b)?)),
            Kind::Power { base, exponent, .. } => self.power(base, exponent),
            Kind::Transpose(inner) => Ok(Op::Whole(Whole::Transpose, self.boxed(inner)?)),
            Kind::Factorial(inner) => Ok(Op::Apply(Unary::Factorial, self.boxed(inner)?)),
            Kind::Abs(inner) => self.absolute(inner),
            Kind::Norm(norm, inner) => Ok(Op::Whole(norm_of(*norm), self.boxed(inner)?)),
            Kind::Call {
                function,
                order,
                arguments,
            } => self.call(function, *order, arguments, expr.span),
            Kind::Prime { operand, order } => self.prime(operand, *order, expr.span),
            Kind::Derivative(derivative) => self.derivative(derivative, expr.span),
            Kind::Big {
                product,
                bounds,
                except,
                body,
            } => self.big(*product, bounds, except.as_ref(), body),
            Kind::Limit {
                variable,
                target,
                side,
                body,
            } => self.limit(variable, target, *side, body),
            Kind::Cases {
                branches,
                otherwise,
            } => self.cases(branches, otherwise.as_deref()),
            Kind::Matrix(matrix) => self.matrix(matrix),
            Kind::Entry(inner, indices) => {
                let inner = self.boxed(inner)?;
                let indices = self.indices(indices, None, expr.span)?;
                Ok(Op::Entry(inner, indices))
            }
            Kind::At(inner, places) => self.at(inner, places, expr.span),
        }
    }

    fn constant(&mut self, constant: &Constant, span: Span) -> Compiled<Op> {
        Ok(match constant {
            Constant::E => Op::Number(DoubleDouble::E),
            Constant::Pi => Op::Number(DoubleDouble::PI),
            Constant::Infinity => {
                return Err(meaningless(
                    span,
                    "∞ can only be the target of a limit or the end of a range",
                ));
            }
            Constant::Ones(dim) => Op::Ones(self.only_size(dim.as_ref(), span)?, 1),
            Constant::Identity(dim) => Op::Identity(self.only_size(dim.as_ref(), span)?),
        })
    }

    /// The size of 𝟏 or I: the one that is written, or the only one there is.
    fn only_size(&self, dim: Option<&Dim>, span: Span) -> Compiled<usize> {
        if let Some(dim) = dim.or(self.env.unit.as_ref()) {
            return Ok(self.world.size(dim));
        }
        match self.env.named_dimensions().as_slice() {
            [dim] => Ok(self.world.size(dim)),
            [] => Ok(3),
            _ => Err(meaningless(span, UNSIZED)),
        }
    }

    fn signed(&mut self, sign: Sign, inner: &Expr) -> Compiled<Op> {
        match sign {
            Sign::Plus => self.operation(inner),
            Sign::Minus => Ok(Op::Negate(self.boxed(inner)?)),
            Sign::PlusMinus => Err(meaningless(
                inner.span,
                "± stands for two values; write one line for each sign",
            )),
        }
    }

    fn sum(&mut self, terms: &[(Sign, Expr)]) -> Compiled<Op> {
        let mut nodes = Vec::new();
        for (sign, term) in terms {
            let op = self.signed(*sign, term)?;
            nodes.push(Node::new(op, term.span));
        }
        Ok(Op::Sum(nodes))
    }

    fn product(&mut self, factors: &[(MulOp, Expr)]) -> Compiled<Op> {
        let mut nodes = Vec::new();
        for (op, factor) in factors {
            nodes.push((*op, self.node(factor)?));
        }
        let nodes = super::chains::link(nodes);
        let mut factors = nodes.into_iter();
        let Some((_, mut product)) = factors.next() else {
            return Ok(Op::Number(DoubleDouble::ONE));
        };
        for (op, factor) in factors {
            let how = match op {
                MulOp::Juxtaposed | MulOp::Star | MulOp::Cross => Times::Plain,
                MulOp::Dot => Times::Dot,
                MulOp::Hadamard | MulOp::Compose => Times::Elementwise,
                MulOp::Kronecker => Times::Kronecker,
            };
            let span = product.span.to(factor.span);
            product = Node::new(Op::Times(how, Box::new(product), Box::new(factor)), span);
        }
        Ok(product.op)
    }

    fn power(&mut self, base: &Expr, exponent: &Expr) -> Compiled<Op> {
        // e^x is the exponential itself: it keeps its own rounding and its own series.
        if matches!(base.kind, Kind::Constant(Constant::E)) {
            return Ok(Op::Apply(Unary::Exp, self.boxed(exponent)?));
        }
        let fraction = fraction(exponent);
        let fraction = match fraction {
            Some((p, q)) if q % 2 != 0 && q != 1 && self.env.no_odd_roots => Some((2 * p, 2 * q)),
            other => other,
        };
        Ok(Op::Power {
            base: self.boxed(base)?,
            exponent: self.boxed(exponent)?,
            fraction,
        })
    }

    /// `|x|`: of a vector its norm, of a square matrix its determinant.
    fn absolute(&mut self, inner: &Expr) -> Compiled<Op> {
        let node = self.boxed(inner)?;
        Ok(match super::extent::extent(&self.program, &node) {
            Some((1, 1)) | None => Op::Apply(Unary::Abs, node),
            Some((rows, columns)) if rows == columns => Op::Whole(Whole::Determinant, node),
            Some(_) => Op::Whole(Whole::NormTwo, node),
        })
    }

    fn big(
        &mut self,
        product: bool,
        bounds: &[Bound],
        except: Option<&Index>,
        body: &Expr,
    ) -> Compiled<Op> {
        let Some((bound, rest)) = bounds.split_first() else {
            return self.operation(body);
        };
        let from = match &bound.from {
            Some(from) => self.node(from)?,
            None => number(1.0),
        };
        let to = match &bound.to {
            Some(to) => self.node(to)?,
            None => {
                let dim = self.env.usage.ranges.get(&bound.index.symbol).cloned();
                let dim = self
                    .range_of(&bound.index, body)
                    .or(dim)
                    .unwrap_or_else(|| Dim::Named("#".to_owned()));
                number(self.world.size(&dim) as f64)
            }
        };
        // The excluded index may be another bound one, so it is read inside.
        let slot = self.local(bound.index.clone(), (1, 1));
        self.scope.push((bound.index.clone(), slot));
        let (except, outer_except) = if rest.is_empty() {
            (except, None)
        } else {
            (None, except)
        };
        let except = except
            .map(|index| self.index(index, None, body.span))
            .transpose();
        let inner = self.big(product, rest, outer_except, body);
        self.scope.pop();
        let body = Node::new(inner?, body.span);
        Ok(Op::Big {
            product,
            slot,
            from: Box::new(from),
            to: Box::new(to),
            except: except?.map(Box::new),
            body: Box::new(body),
        })
    }

    /// The dimension of the declared name that an index counts in a body.
    pub(crate) fn range_of(&self, index: &Name, body: &Expr) -> Option<Dim> {
        let mut found = None;
        visit(body, &mut |expr| {
            let Kind::Name(name) = &expr.kind else { return };
            let place = name
                .indices
                .iter()
                .position(|i| matches!(i, Index::Letter { symbol, .. } if *symbol == index.symbol));
            let dims = self.declared_dims(&name.base());
            if let (Some(place), Some(dims)) = (place, dims) {
                found = found.take().or_else(|| dims.get(place).cloned());
            }
        });
        found
    }

    fn limit(
        &mut self,
        variable: &Name,
        target: &Expr,
        side: Option<Side>,
        body: &Expr,
    ) -> Compiled<Op> {
        let target = match &target.kind {
            Kind::Constant(Constant::Infinity) => Target::Infinite(1.0),
            Kind::Signed(Sign::Minus, inner)
                if matches!(inner.kind, Kind::Constant(Constant::Infinity)) =>
            {
                Target::Infinite(-1.0)
            }
            Kind::Signed(Sign::Plus, inner)
                if matches!(inner.kind, Kind::Constant(Constant::Infinity)) =>
            {
                Target::Infinite(1.0)
            }
            _ => Target::Finite(self.boxed(target)?),
        };
        let slot = self.local(variable.clone(), (1, 1));
        self.scope.push((variable.clone(), slot));
        let body = self.boxed(body);
        self.scope.pop();
        let side = match side {
            Some(Side::Above) => 1.0,
            Some(Side::Below) => -1.0,
            None => 0.0,
        };
        Ok(Op::Limit {
            slot,
            target,
            side,
            body: body?,
        })
    }

    fn cases(&mut self, branches: &[Branch], otherwise: Option<&Expr>) -> Compiled<Op> {
        let mut nodes = Vec::new();
        for branch in branches {
            let conditions: Compiled<Vec<Condition>> = branch
                .conditions
                .iter()
                .map(|c| self.condition(c))
                .collect();
            nodes.push((conditions?, self.node(&branch.value)?));
        }
        let otherwise = otherwise.map(|expr| self.boxed(expr)).transpose()?;
        Ok(Op::Cases(nodes, otherwise))
    }

    pub(crate) fn condition(&mut self, relation: &Relation) -> Compiled<Condition> {
        Ok(Condition {
            left: self.node(&relation.left)?,
            comparison: relation.comparison,
            right: self.node(&relation.right)?,
        })
    }

    fn matrix(&mut self, matrix: &Matrix) -> Compiled<Op> {
        let rows = matrix.rows.iter();
        let rows: Compiled<Vec<Vec<Node>>> = rows
            .map(|row| row.iter().map(|cell| self.node(cell)).collect())
            .collect();
        Ok(Op::Matrix(rows?))
    }

    fn at(&mut self, inner: &Expr, places: &[(Name, Expr)], span: Span) -> Compiled<Op> {
        let mut nodes = Vec::new();
        for (name, place) in places {
            let place = self.node(place)?;
            let Op::Slot(slot) = self.name(name, span)? else {
                return Err(meaningless(
                    span,
                    &format!("{name} is not a variable, so it cannot be given a value here"),
                ));
            };
            nodes.push((slot, place));
        }
        Ok(Op::At(self.boxed(inner)?, nodes))
    }
}

/// The names of a relation.
fn relation_names(relation: &Relation) -> Vec<Name> {
    let mut names = Vec::new();
    for side in [&relation.left, &relation.right] {
        visit(side, &mut |expr| {
            if let Kind::Name(name) = &expr.kind {
                names.push(name.clone());
            }
        });
    }
    names
}

/// Calls `look` with an expression and everything below it.
pub(crate) fn visit<'e>(expr: &'e Expr, look: &mut impl FnMut(&'e Expr)) {
    look(expr);
    for child in expr.children() {
        visit(child, look);
    }
}

pub(crate) fn meaningless(span: Span, message: &str) -> Meaningless {
    Meaningless {
        span,
        message: message.to_owned(),
    }
}

pub(crate) fn number(value: f64) -> Node {
    Node::new(Op::Number(DoubleDouble::from(value)), Span::default())
}

fn norm_of(norm: Norm) -> Whole {
    match norm {
        Norm::Two | Norm::Frobenius => Whole::NormTwo,
        Norm::One => Whole::NormOne,
        Norm::Infinity => Whole::NormInfinity,
    }
}
