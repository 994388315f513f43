//! Operations on whole vectors and matrices: trace, determinant, softmax, norms, extremes.

use super::jet::Jet;
use super::machine::{Failure, FailureKind, Machine, Outcome, failure};
use super::program::{Node, Whole};
use super::real::Precision;
use super::series::Unary;
use super::tensor::{Tensor, total};

impl<P: Precision> Machine<'_, P> {
    pub(crate) fn whole(&mut self, operation: Whole, inner: &Node, node: &Node) -> Outcome<P> {
        let value = self.value(inner)?;
        let algebra = &self.algebra;
        let scalar = |jet: Option<Jet<P>>| {
            jet.map(Tensor::scalar)
                .ok_or(failure(FailureKind::Shape, node))
        };
        match operation {
            Whole::Transpose => Ok(value.transpose()),
            Whole::Trace => scalar(value.trace()),
            Whole::Determinant => scalar(value.determinant(algebra)),
            Whole::Inverse if value.rows != value.columns => Err(failure(FailureKind::Shape, node)),
            Whole::Inverse => value
                .inverse(algebra)
                .ok_or(failure(FailureKind::Singular, node)),
            Whole::Diagonal => Ok(value.diagonal()),
            Whole::Stack => Ok(value.stack()),
            Whole::Sum => scalar(Some(value.sum())),
            Whole::Mean => scalar(
                value
                    .sum()
                    .div(&Jet::exact(value.entries.len() as f64), algebra),
            ),
            Whole::Largest | Whole::Smallest | Whole::NormInfinity => {
                scalar(Some(self.extreme(operation, &value, node)?))
            }
            Whole::Softmax => Ok(self.softmax(&value).0),
            Whole::LogSumExp => scalar(Some(self.softmax(&value).1)),
            Whole::NormTwo => self.norm_two(&value, node).map(Tensor::scalar),
            Whole::NormOne => {
                let sizes = value.try_map(|entry| entry.apply(Unary::Abs, algebra));
                let sizes = sizes.ok_or(failure(FailureKind::Kink, node))?;
                Ok(Tensor::scalar(sizes.sum()))
            }
        }
    }

    fn norm_two(&self, value: &Tensor<P>, node: &Node) -> Result<Jet<P>, Failure> {
        let algebra = &self.algebra;
        let squares = value.entries.iter().map(|entry| entry.mul(entry, algebra));
        let root = total(squares).apply(Unary::Sqrt, algebra);
        root.ok_or(failure(FailureKind::Kink, node))
    }

    /// The largest or smallest entry; two that tie have no derivative.
    fn extreme(&self, operation: Whole, value: &Tensor<P>, node: &Node) -> Result<Jet<P>, Failure> {
        let sign = if operation == Whole::Smallest {
            -1.0
        } else {
            1.0
        };
        let mut best: Option<Jet<P>> = None;
        if P::COMPLEX {
            return Err(failure(FailureKind::Domain, node));
        }
        for entry in &value.entries {
            let entry = match operation {
                Whole::NormInfinity => entry
                    .apply(Unary::Abs, &self.algebra)
                    .ok_or(failure(FailureKind::Kink, node))?,
                _ => entry.clone(),
            };
            let lead = best
                .as_ref()
                .map(|best| sign * entry.sub(best).real().value());
            match lead {
                Some(lead) if lead < 0.0 => {}
                Some(0.0) if self.algebra.depth() > 0 => {
                    return Err(failure(FailureKind::Kink, node));
                }
                _ => best = Some(entry),
            }
        }
        best.ok_or(failure(FailureKind::Shape, node))
    }

    /// Softmax along each row (of a vector: over all entries), and the logarithm of the last row's sum.
    fn softmax(&self, value: &Tensor<P>) -> (Tensor<P>, Jet<P>) {
        let algebra = &self.algebra;
        let width = if value.is_vector() {
            value.entries.len()
        } else {
            value.columns
        };
        let mut entries = smallvec::SmallVec::new();
        let mut log_sum = Jet::zero();
        for row in value.entries.chunks(width.max(1)) {
            let top = row
                .iter()
                .map(|entry| entry.real().value())
                .fold(f64::NEG_INFINITY, f64::max);
            let shift = Jet::exact(top);
            let powers: Vec<Jet<P>> = row
                .iter()
                .filter_map(|entry| entry.sub(&shift).apply(Unary::Exp, algebra))
                .collect();
            let sum = total(powers.iter().cloned());
            entries.extend(powers.iter().filter_map(|power| power.div(&sum, algebra)));
            log_sum = sum
                .apply(Unary::Ln, algebra)
                .unwrap_or_else(Jet::zero)
                .add(&shift);
        }
        (Tensor::new(value.rows, value.columns, entries), log_sum)
    }
}
