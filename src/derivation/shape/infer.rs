//! The shape of each operation.

use crate::derivation::eval::program::{Derive, Node, Op, Program, Times, Whole};
use crate::derivation::syntax::Span;

/// Rows and columns.
pub(crate) type Shape = (usize, usize);

/// Two parts that do not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShapeProblem {
    pub(crate) span: Span,
    pub(crate) kind: Misfit,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// A sum of different shapes.
    Sum(Shape, Shape),
    /// A product whose inner sizes differ.
    Product(Span, Shape, Span, Shape),
    /// Entry by entry with different shapes.
    Elementwise(Shape, Shape),
    /// An operation that needs a square matrix.
    Square(Shape),
    /// An index beyond the size, or too many indices.
    Entry(Shape),
    /// Rows of different lengths.
    Ragged,
}

type Inferred = Result<Shape, ShapeProblem>;

const NUMBER: Shape = (1, 1);

/// The shape of a node of a compiled program.
pub(crate) fn infer(program: &Program, node: &Node) -> Inferred {
    Inference {
        program,
        parameters: Vec::new(),
        steps: 0,
    }
    .shape(node)
}

struct Inference<'a> {
    program: &'a Program,
    /// Parameters of the calls under way and the shapes of their arguments.
    parameters: Vec<(usize, Shape)>,
    /// Nodes seen; functions of functions of functions can be endless.
    steps: usize,
}

/// After so many nodes the rest is taken for numbers; the evaluator notices what does not fit.
const MOST_STEPS: usize = 60_000;

impl Inference<'_> {
    fn shape(&mut self, node: &Node) -> Inferred {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return Ok(NUMBER);
        }
        match &node.op {
            Op::Number(_) | Op::KroneckerDelta(..) | Op::Limit { .. } | Op::InverseOf { .. } => {
                if let Op::Limit { body, .. } = &node.op {
                    return self.shape(body);
                }
                Ok(NUMBER)
            }
            Op::Slot(slot) => {
                let known = self
                    .parameters
                    .iter()
                    .rev()
                    .find(|(known, _)| known == slot);
                Ok(known.map_or(self.program.slots[*slot].shape, |(_, shape)| *shape))
            }
            Op::Ones(rows, columns) => Ok((*rows, *columns)),
            Op::Identity(size) => Ok((*size, *size)),
            Op::Negate(inner) | Op::Apply(_, inner) => self.shape(inner),
            Op::Sum(terms) => self.sum(terms),
            Op::Times(how, a, b) => self.times(*how, a, b, node),
            Op::Chain(links) => self.chain(links),
            Op::Divide(a, b) => {
                let (a, b) = (self.shape(a)?, self.shape(b)?);
                spread(a, b).ok_or_else(|| problem(node, Misfit::Elementwise(a, b)))
            }
            Op::Power { base, .. } => self.shape(base),
            Op::Whole(whole, inner) => self.whole(*whole, inner, node),
            Op::Dot(a, b) => {
                let (a, b) = (self.shape(a)?, self.shape(b)?);
                let fits = a.0 * a.1 == b.0 * b.1;
                fits.then_some(NUMBER)
                    .ok_or_else(|| problem(node, Misfit::Elementwise(a, b)))
            }
            Op::Matrix(rows) => self.matrix(rows, node),
            Op::Entry(inner, indices) => self.entry(inner, indices.len(), node),
            Op::Big { body, .. } => self.shape(body),
            Op::Call(formula, arguments) => self.call(*formula, arguments),
            Op::Unknown {
                shape, arguments, ..
            } => {
                for argument in arguments {
                    self.shape(argument)?;
                }
                Ok(*shape)
            }
            Op::Derivative(derive) => self.derivative(derive),
            Op::Cases(branches, otherwise) => match (branches.first(), otherwise) {
                (Some((_, value)), _) => self.shape(value),
                (None, Some(value)) => self.shape(value),
                (None, None) => Ok(NUMBER),
            },
            Op::Map { argument, .. } => self.shape(argument),
            Op::At(inner, places) => {
                for (_, place) in places {
                    self.shape(place)?;
                }
                self.shape(inner)
            }
        }
    }

    fn sum(&mut self, terms: &[Node]) -> Inferred {
        let mut sum: Option<Shape> = None;
        for term in terms {
            let shape = self.shape(term)?;
            sum = Some(match sum {
                None => shape,
                Some(before) => spread(before, shape)
                    .ok_or_else(|| problem(term, Misfit::Sum(before, shape)))?,
            });
        }
        Ok(sum.unwrap_or(NUMBER))
    }

    fn times(&mut self, how: Times, left: &Node, right: &Node, node: &Node) -> Inferred {
        let (a, b) = (self.shape(left)?, self.shape(right)?);
        let misfit = || problem(node, Misfit::Product(left.span, a, right.span, b));
        match how {
            _ if a == NUMBER => Ok(b),
            _ if b == NUMBER => Ok(a),
            Times::Elementwise => {
                spread(a, b).ok_or_else(|| problem(node, Misfit::Elementwise(a, b)))
            }
            Times::Kronecker if a.1 == 1 && b.1 == 1 => Ok((a.0, b.0)),
            Times::Kronecker => Ok((a.0 * b.0, a.1 * b.1)),
            Times::Dot if a.1 == 1 && b.1 == 1 && a.0 == b.0 => Ok(NUMBER),
            Times::Plain | Times::Dot => {
                if let Some(shape) = self.contracted(left, a, right, b)? {
                    return Ok(shape);
                }
                (a.1 == b.0).then_some((a.0, b.1)).ok_or_else(misfit)
            }
        }
    }

    /// A vector times a derivative, contracted over its outputs (see `Machine::contraction`).
    fn contracted(
        &mut self,
        left: &Node,
        a: Shape,
        right: &Node,
        b: Shape,
    ) -> Result<Option<Shape>, ShapeProblem> {
        let (derive, other, first) = match (&left.op, &right.op) {
            (Op::Derivative(derive), _) => (derive, b, false),
            (_, Op::Derivative(derive)) => (derive, a, true),
            _ => return Ok(None),
        };
        let output = self.shape(&derive.operand)?;
        let input = self.input(derive);
        if output == NUMBER || input == NUMBER || (other.0 != 1 && other.1 != 1) {
            return Ok(None);
        }
        let (outputs, inputs) = (output.0 * output.1, input.0 * input.1);
        if other.0 * other.1 != outputs {
            return Ok(None);
        }
        let by_matrix = input.0 > 1 && input.1 > 1;
        let conforms = if first {
            other.0 == 1
        } else {
            inputs == other.0
        };
        Ok((by_matrix || !conforms).then_some(input))
    }

    fn input(&self, derive: &Derive) -> Shape {
        if derive.entry.is_some() {
            return NUMBER;
        }
        let known = self
            .parameters
            .iter()
            .rev()
            .find(|(known, _)| *known == derive.slot);
        known.map_or(self.program.slots[derive.slot].shape, |(_, shape)| *shape)
    }

    fn derivative(&mut self, derive: &Derive) -> Inferred {
        let (output, input) = (self.shape(&derive.operand)?, self.input(derive));
        Ok(laid_out(output, input, derive.transposed))
    }

    fn chain(&mut self, links: &[Node]) -> Inferred {
        let (Some(Op::Derivative(first)), Some(Op::Derivative(last))) =
            (links.first().map(|n| &n.op), links.last().map(|n| &n.op))
        else {
            return Ok(NUMBER);
        };
        let (output, input) = (self.shape(&first.operand)?, self.input(last));
        Ok(laid_out(output, input, first.transposed))
    }

    fn whole(&mut self, whole: Whole, inner: &Node, node: &Node) -> Inferred {
        let shape = self.shape(inner)?;
        let square = || {
            if shape.0 == shape.1 {
                Ok(shape)
            } else {
                Err(problem(node, Misfit::Square(shape)))
            }
        };
        match whole {
            Whole::Transpose => Ok((shape.1, shape.0)),
            Whole::Trace | Whole::Determinant => square().map(|_| NUMBER),
            Whole::Inverse => square(),
            Whole::Diagonal if shape.0 == 1 || shape.1 == 1 => {
                Ok((shape.0 * shape.1, shape.0 * shape.1))
            }
            Whole::Diagonal => Ok((shape.0.min(shape.1), 1)),
            Whole::Stack => Ok((shape.0 * shape.1, 1)),
            Whole::Softmax => Ok(shape),
            _ => Ok(NUMBER),
        }
    }

    fn matrix(&mut self, rows: &[Vec<Node>], node: &Node) -> Inferred {
        let (mut height, mut width) = (0, None);
        for row in rows {
            let (mut lines, mut length) = (None, 0);
            for cell in row {
                let shape = self.shape(cell)?;
                if *lines.get_or_insert(shape.0) != shape.0 {
                    return Err(problem(node, Misfit::Ragged));
                }
                length += shape.1;
            }
            if *width.get_or_insert(length) != length {
                return Err(problem(node, Misfit::Ragged));
            }
            height += lines.unwrap_or(0);
        }
        Ok((height, width.unwrap_or(0)))
    }

    fn entry(&mut self, inner: &Node, indices: usize, node: &Node) -> Inferred {
        let shape = self.shape(inner)?;
        match indices {
            1 if shape.0 == 1 || shape.1 == 1 => Ok(NUMBER),
            1 => Ok((shape.1, 1)),
            2 => Ok(NUMBER),
            _ => Err(problem(node, Misfit::Entry(shape))),
        }
    }

    fn call(&mut self, formula: usize, arguments: &[Node]) -> Inferred {
        let formula = &self.program.formulas[formula];
        let mut shapes = Vec::new();
        for argument in arguments {
            shapes.push(self.shape(argument)?);
        }
        let count = self.parameters.len();
        self.parameters
            .extend(formula.parameters.iter().copied().zip(shapes));
        let shape = self.shape(&formula.body);
        self.parameters.truncate(count);
        shape
    }
}

/// The shape of a derivative in the book's layout.
fn laid_out(output: Shape, input: Shape, transposed: bool) -> Shape {
    match (output, input) {
        (NUMBER, _) => input,
        (_, NUMBER) => output,
        _ if transposed => (input.0 * input.1, output.0 * output.1),
        _ => (output.0 * output.1, input.0 * input.1),
    }
}

/// The shape of two parts met entry by entry: numbers and rows are repeated.
fn spread(a: Shape, b: Shape) -> Option<Shape> {
    let repeats = |small: Shape, large: Shape| {
        large.0 > 1 && large.1 > 1 && (small == (large.1, 1) || small == (1, large.1))
    };
    match (a, b) {
        _ if a == b => Some(a),
        (NUMBER, other) | (other, NUMBER) => Some(other),
        _ if repeats(b, a) => Some(a),
        _ if repeats(a, b) => Some(b),
        _ => None,
    }
}

fn problem(node: &Node, kind: Misfit) -> ShapeProblem {
    ShapeProblem {
        span: node.span,
        kind,
    }
}
