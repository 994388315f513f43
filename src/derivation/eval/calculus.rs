//! Derivatives inside the evaluator.

use super::machine::{Failure, FailureKind, Machine, Outcome, failure};
use super::program::{Derive, Node, Op, Times};
use super::real::Precision;
use super::tensor::Tensor;

/// All partial derivatives of an operand: one row for each of its entries, one column for each of the variable's.
pub(crate) struct Jacobian<P> {
    pub(crate) matrix: Tensor<P>,
    pub(crate) output: (usize, usize),
    pub(crate) input: (usize, usize),
}

impl<P: Precision> Machine<'_, P> {
    pub(crate) fn derivative(&mut self, derive: &Derive, node: &Node) -> Outcome<P> {
        let jacobian = self.jacobian(derive, node)?;
        Ok(lay_out(jacobian, derive.transposed))
    }

    /// The Jacobian of a derivative node, one ε for each entry of the variable.
    pub(crate) fn jacobian(
        &mut self,
        derive: &Derive,
        node: &Node,
    ) -> Result<Jacobian<P>, Failure> {
        for &slot in &derive.hold {
            self.slot(slot, node)?;
        }
        let held = self.hold(&derive.hold);
        let result = self.columns(derive, node);
        held.into_iter().for_each(|slot| self.pinned[slot] = false);
        let (columns, output, input) = result?;
        let rows = output.0 * output.1;
        let matrix = Tensor::from_fn(rows, columns.len(), |i, j| columns[j].entries[i].clone());
        Ok(Jacobian {
            matrix,
            output,
            input,
        })
    }

    /// Pins slots at their present values; returns those that were not pinned before.
    fn hold(&mut self, slots: &[usize]) -> Vec<usize> {
        let free: Vec<usize> = slots
            .iter()
            .copied()
            .filter(|&slot| !self.pinned[slot])
            .collect();
        free.iter().for_each(|&slot| self.pinned[slot] = true);
        free
    }

    #[allow(clippy::type_complexity)]
    fn columns(
        &mut self,
        derive: &Derive,
        node: &Node,
    ) -> Result<(Vec<Tensor<P>>, (usize, usize), (usize, usize)), Failure> {
        let base = self.slot(derive.slot, node)?;
        let (places, input) = self.places(derive, &base, node)?;
        let mut columns = Vec::with_capacity(places.len());
        let mut output = (1, 1);
        for place in places {
            if self.algebra.push(derive.order).is_none() {
                return Err(failure(FailureKind::Work, node));
            }
            let mut moved = base.clone();
            moved.entries[place] = moved.entries[place].plus_epsilon(&self.algebra);
            let saved = self.bind(derive.slot, moved);
            let value = self.value(&derive.operand);
            self.restore(saved);
            let part =
                value.map(|value| value.map(|entry| entry.derivative(derive.order, &self.algebra)));
            self.algebra.pop();
            let part = part?;
            output = part.shape();
            columns.push(part);
        }
        Ok((columns, output, input))
    }

    /// Which entries of the variable move, and the shape they form.
    fn places(
        &mut self,
        derive: &Derive,
        base: &Tensor<P>,
        node: &Node,
    ) -> Result<(Vec<usize>, (usize, usize)), Failure> {
        let Some(indices) = &derive.entry else {
            return Ok(((0..base.entries.len()).collect(), base.shape()));
        };
        let mut numbers = Vec::new();
        for index in indices {
            numbers.push(self.whole_number(index)?);
        }
        let place = match numbers.as_slice() {
            [i] if base.is_vector() => i.checked_sub(1),
            [i, j] if (1..=base.columns).contains(j) && *i >= 1 => {
                Some((i - 1) * base.columns + j - 1)
            }
            _ => None,
        };
        let place = place.filter(|&place| place < base.entries.len());
        Ok((
            vec![place.ok_or(failure(FailureKind::Index, node))?],
            (1, 1),
        ))
    }

    /// The product of the Jacobians, in the order that links their variables.
    pub(crate) fn chain(&mut self, factors: &[Node], node: &Node) -> Outcome<P> {
        let mut product: Option<Jacobian<P>> = None;
        let mut transposed = false;
        for factor in factors {
            let Op::Derivative(derive) = &factor.op else {
                return Err(failure(FailureKind::Shape, factor));
            };
            transposed |= derive.transposed;
            let next = self.jacobian(derive, factor)?;
            product = Some(match product {
                None => next,
                Some(first) => Jacobian {
                    matrix: first
                        .matrix
                        .matmul(&next.matrix, &self.algebra)
                        .ok_or(failure(FailureKind::Shape, node))?,
                    output: first.output,
                    input: next.input,
                },
            });
        }
        product
            .map(|jacobian| lay_out(jacobian, transposed))
            .ok_or(failure(FailureKind::Shape, node))
    }

    /// A vector times a derivative that cannot be multiplied as matrices (a derivative by a matrix, or a gradient
    /// written as a column before a Jacobian): contracted over the outputs.
    pub(crate) fn contraction(
        &mut self,
        how: Times,
        a: &Node,
        b: &Node,
    ) -> Result<Option<Tensor<P>>, Failure> {
        let (derivative, other, first) = match (&a.op, &b.op) {
            _ if !matches!(how, Times::Plain | Times::Dot) => return Ok(None),
            (Op::Derivative(derive), _) => (derive, b, false),
            (_, Op::Derivative(derive)) => (derive, a, true),
            _ => return Ok(None),
        };
        let jacobian = self.jacobian(derivative, a)?;
        let outputs = jacobian.matrix.rows;
        let by_matrix = jacobian.input.0 > 1 && jacobian.input.1 > 1;
        if jacobian.output == (1, 1) || jacobian.input == (1, 1) {
            return Ok(None);
        }
        let vector = self.value(other)?;
        if vector.is_scalar() || !vector.is_vector() || vector.entries.len() != outputs {
            return Ok(None);
        }
        let conforms = if first {
            vector.rows == 1
        } else {
            jacobian.matrix.columns == vector.rows
        };
        if conforms && !by_matrix {
            return Ok(None);
        }
        let row = vector.reshape(1, outputs);
        let product = row.matmul(&jacobian.matrix, &self.algebra);
        Ok(product.map(|product| product.reshape(jacobian.input.0, jacobian.input.1)))
    }
}

/// The convention of the book: a gradient has the shape of its argument, a Jacobian is outputs × inputs.
fn lay_out<P: Precision>(jacobian: Jacobian<P>, transposed: bool) -> Tensor<P> {
    let Jacobian {
        matrix,
        output,
        input,
    } = jacobian;
    if output == (1, 1) {
        return matrix.reshape(input.0, input.1);
    }
    if input == (1, 1) {
        return matrix.reshape(output.0, output.1);
    }
    if transposed {
        matrix.transpose()
    } else {
        matrix
    }
}
