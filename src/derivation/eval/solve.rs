//! Numbers given by an equation: y with F(x, y) = 0, and f⁻¹.

use super::jet::Jet;
use super::machine::{FailureKind, Machine, Outcome, failure};
use super::program::Node;
use super::real::{Precision, Real};
use super::tensor::Tensor;
use super::unknown::hash;

/// Places where a sign change is looked for, on both sides of 0.
const PLACES: i32 = 40;

impl<P: Precision> Machine<'_, P> {
    /// The value of a slot at which the equation's node is 0.
    pub(crate) fn implicit(&mut self, slot: usize, equation: &Node, node: &Node) -> Outcome<P> {
        self.solve(slot, equation, &Jet::zero(), node)
    }

    /// The number u with body(u) = value.
    pub(crate) fn inverse_of(
        &mut self,
        slot: usize,
        body: &Node,
        value: &Node,
        node: &Node,
    ) -> Outcome<P> {
        let wanted = self.number(value)?;
        self.solve(slot, body, &wanted, node)
    }

    fn solve(&mut self, slot: usize, body: &Node, wanted: &Jet<P>, node: &Node) -> Outcome<P> {
        if self.solving > 2 {
            return Err(failure(FailureKind::Work, node));
        }
        self.solving += 1;
        let root = self.real_root(slot, body, wanted);
        let result = root
            .ok_or(failure(FailureKind::Solution, node))
            .and_then(|root| {
                let slope = self
                    .slope(slot, body, root)
                    .ok_or(failure(FailureKind::Solution, node))?;
                self.polish(slot, body, wanted, root, slope)
            });
        self.solving -= 1;
        result
    }

    fn residual(
        &mut self,
        slot: usize,
        body: &Node,
        wanted: &Jet<P>,
        at: Jet<P>,
    ) -> Option<Jet<P>> {
        let saved = self.bind(slot, Tensor::scalar(at));
        let value = self.number(body);
        self.restore(saved);
        Some(value.ok()?.sub(wanted))
    }

    /// A root as a double: one of the sign changes of a grid, always the same one for the same equation.
    fn real_root(&mut self, slot: usize, body: &Node, wanted: &Jet<P>) -> Option<f64> {
        let mut changes = Vec::new();
        let mut last: Option<(f64, f64)> = None;
        for k in -PLACES..=PLACES {
            let x = f64::from(k) * 0.27 + 0.013;
            let here = self
                .residual(slot, body, wanted, Jet::exact(x))
                .map(|r| (x, r.real().value()));
            if let (Some((a, fa)), Some((b, fb))) = (last, here)
                && fa.signum() != fb.signum()
            {
                changes.push((a, b, fa));
            }
            last = here;
        }
        let choice = hash(7, changes.len() as u64) as usize;
        let &(mut a, mut b, fa) = changes.get(choice.checked_rem(changes.len())?)?;
        for _ in 0..60 {
            let middle = 0.5 * (a + b);
            let value = self
                .residual(slot, body, wanted, Jet::exact(middle))?
                .real()
                .value();
            if value.signum() == fa.signum() {
                a = middle
            } else {
                b = middle
            }
        }
        Some(0.5 * (a + b))
    }

    /// The body's slope at a root; `None` where it is 0 or the sign change is a pole.
    fn slope(&mut self, slot: usize, body: &Node, root: f64) -> Option<Real<P>> {
        self.algebra.push(1)?;
        let place = Jet::exact(root).plus_epsilon(&self.algebra);
        let value = self.residual(slot, body, &Jet::zero(), place);
        let slope = value.map(|value| value.derivative(1, &self.algebra).real());
        self.algebra.pop();
        slope.filter(|slope| (1e-6..1e6).contains(&slope.value().abs()))
    }

    /// Newton's method with a fixed slope: every step brings one more order of every ε.
    fn polish(
        &mut self,
        slot: usize,
        body: &Node,
        wanted: &Jet<P>,
        root: f64,
        slope: Real<P>,
    ) -> Outcome<P> {
        let problem = || failure(FailureKind::Solution, body);
        let slope = Jet::constant(slope);
        let mut place = Jet::exact(root);
        for _ in 0..self.algebra.total_degree() + 5 {
            let residual = self
                .residual(slot, body, wanted, place.clone())
                .ok_or_else(problem)?;
            let step = residual.div(&slope, &self.algebra).ok_or_else(problem)?;
            if step.real().value().abs() > 1e-3 {
                return Err(problem());
            }
            place = place.sub(&step);
        }
        Ok(Tensor::scalar(place))
    }
}
