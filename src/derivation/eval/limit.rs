//! Limits, by extrapolation, with a bound on what is left.

use super::jet::Jet;
use super::machine::{FailureKind, Machine, Outcome, failure};
use super::program::{Node, Target};
use super::real::Precision;
use super::tensor::Tensor;

/// Points of the extrapolation, each half as far away as the one before.
const STEPS: i32 = 20;
/// An estimate whose error is larger than this part of it is no limit.
const LOOSEST: f64 = 1e-7;

impl<P: Precision> Machine<'_, P> {
    /// The limit from both sides, unless one is named; two sides that differ have none.
    pub(crate) fn limit(
        &mut self,
        slot: usize,
        target: &Target,
        side: f64,
        body: &Node,
        node: &Node,
    ) -> Outcome<P> {
        let center = match target {
            Target::Finite(target) => Some(self.number(target)?),
            Target::Infinite(_) => None,
        };
        let place = |distance: f64, side: f64| match &center {
            Some(center) => center.add(&Jet::exact(side * distance)),
            None => Jet::exact(side / distance),
        };
        if let Target::Infinite(sign) = target {
            return self.approach(slot, &|distance| place(distance, *sign), body, node);
        }
        let above = self.approach(slot, &|distance| place(distance, 1.0), body, node);
        let below = self.approach(slot, &|distance| place(distance, -1.0), body, node);
        match (side > 0.0, side < 0.0) {
            (true, _) => above,
            (_, true) => below,
            // Where the body exists on one side only, the limit is that side's.
            _ => match (above, below) {
                (Ok(above), Ok(below)) if !close(&above, &below) => {
                    Err(failure(FailureKind::Limit, node))
                }
                (Ok(limit), _) | (_, Ok(limit)) => Ok(limit),
                (problem, _) => problem,
            },
        }
    }

    fn approach(
        &mut self,
        slot: usize,
        place: &dyn Fn(f64) -> Jet<P>,
        body: &Node,
        node: &Node,
    ) -> Outcome<P> {
        let (value, error) = match self.richardson(slot, place, body)? {
            Some((value, error)) if error <= LOOSEST * size(&value).max(1.0) => (value, error),
            _ => self
                .tail(slot, place, body)?
                .ok_or(failure(FailureKind::Limit, node))?,
        };
        Ok(value.map(|entry| entry.with_added_error(error)))
    }

    fn at_distance(&mut self, slot: usize, place: Jet<P>, body: &Node) -> Outcome<P> {
        let saved = self.bind(slot, Tensor::scalar(place));
        let value = self.value(body);
        self.restore(saved);
        value
    }

    /// Richardson's table in powers of the distance; the cell whose neighbours agree best, and how well.
    fn richardson(
        &mut self,
        slot: usize,
        place: &dyn Fn(f64) -> Jet<P>,
        body: &Node,
    ) -> Result<Option<(Tensor<P>, f64)>, super::machine::Failure> {
        let mut previous: Vec<Tensor<P>> = Vec::new();
        let mut best: Option<(Tensor<P>, f64)> = None;
        for step in 0..STEPS {
            let value = match self.at_distance(slot, place(0.5f64.powi(step + 3)), body) {
                Err(problem) if problem.kind == FailureKind::Overflow => break,
                Err(problem) if step == STEPS - 1 => return Err(problem),
                Err(_) => {
                    previous.clear();
                    continue;
                }
                Ok(value) => value,
            };
            let mut row = vec![value];
            for (order, older) in previous.iter().enumerate() {
                let weight = 1.0 / (2f64.powi(order as i32 + 1) - 1.0);
                let Some(change) = row[order].add(&older.neg()) else {
                    break;
                };
                let scaled = change.scale(&Jet::exact(weight), &self.algebra);
                let Some(next) = row[order].add(&scaled) else {
                    break;
                };
                let error =
                    size(&scaled) + distance(&next, older).min(distance(&next, &row[order]));
                if best.as_ref().is_none_or(|(_, bound)| error < *bound) {
                    best = Some((next.clone(), error));
                }
                row.push(next);
            }
            previous = row;
        }
        Ok(best)
    }

    /// Ever nearer points without extrapolation, for bodies such as x ln x that are no power series.
    fn tail(
        &mut self,
        slot: usize,
        place: &dyn Fn(f64) -> Jet<P>,
        body: &Node,
    ) -> Result<Option<(Tensor<P>, f64)>, super::machine::Failure> {
        let mut last: Option<Tensor<P>> = None;
        let mut best = None;
        let mut bound = f64::INFINITY;
        for step in 1..12 {
            let Ok(value) = self.at_distance(slot, place(2f64.powi(-8 * step)), body) else {
                continue;
            };
            if let Some(last) = &last {
                let error = 2.0 * distance(last, &value);
                if error < bound && error <= LOOSEST * size(&value).max(1e-3) {
                    bound = error;
                    best = Some((value.clone(), error));
                }
            }
            last = Some(value);
        }
        Ok(best)
    }
}

fn size<P: Precision>(value: &Tensor<P>) -> f64 {
    value.entries.iter().map(Jet::largest).fold(0.0, f64::max)
}

fn distance<P: Precision>(a: &Tensor<P>, b: &Tensor<P>) -> f64 {
    a.add(&b.neg())
        .map_or(f64::INFINITY, |difference| size(&difference))
}

fn close<P: Precision>(a: &Tensor<P>, b: &Tensor<P>) -> bool {
    distance(a, b) <= 1e-6 * size(a).max(size(b)).max(1.0)
}
