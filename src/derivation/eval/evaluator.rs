//! Expressions at points: compiled once for each choice of sizes, evaluated in doubles and, when asked, in
//! double-doubles.

use super::compile::{Meaningless, compile};
use super::double_double::DoubleDouble;
use super::environment::Environment;
use super::machine::{Failure, Machine};
use super::program::{Program, SlotKind};
use super::real::{Precision, Real};
use super::sampling::{Interval, Point, intervals};
use super::tensor::Tensor;
use super::world::World;
use crate::derivation::syntax::{Expr, Name};
use num_complex::Complex64;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What an operation in double-doubles costs in ordinary ones.
const EXACT_PRICE: u64 = 12;

/// Expressions compiled together, in every world.
pub(crate) struct Evaluator {
    programs: Vec<Program>,
    intervals: BTreeMap<Name, Interval>,
    fuel: Rc<Cell<u64>>,
    /// What there was at the start.
    start: u64,
}

/// A value without its derivatives.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    pub(crate) shape: (usize, usize),
    pub(crate) entries: Vec<Entry>,
}

/// One entry of a value: a number and a bound on its rounding error.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) value: f64,
    /// What the leading double leaves out.
    pub(crate) rest: f64,
    /// The imaginary part; 0 but where complex numbers were asked for.
    pub(crate) imaginary: f64,
    pub(crate) error: f64,
}

impl Evaluator {
    /// Compiles expressions under an environment.
    pub(crate) fn new(
        env: &Environment,
        expressions: &[&Expr],
        fuel: &Rc<Cell<u64>>,
    ) -> Result<Self, Meaningless> {
        let worlds = World::all(&env.dimensions());
        let mut programs = Vec::new();
        for world in &worlds {
            programs.push(compile(env, world, expressions)?);
        }
        Ok(Self {
            programs,
            intervals: intervals(&env.assumptions),
            fuel: Rc::clone(fuel),
            start: fuel.get(),
        })
    }

    /// The program in the first world, where sizes are pairwise different.
    pub(crate) fn program(&self) -> &Program {
        &self.programs[0]
    }

    /// The program of a point's world: most points have different sizes, one in eight is square.
    pub(crate) fn program_at(&self, point: &Point) -> &Program {
        let choice = match (self.programs.len(), point.number % 8) {
            (3, 5 | 6) => 1,
            (3, 7) => 2,
            _ => 0,
        };
        &self.programs[choice]
    }

    /// The point, drawn again until the assumptions hold; `None` when they never do.
    pub(crate) fn admissible(&self, point: Point) -> Option<Point> {
        let program = self.program_at(&point);
        if program.assumptions.is_empty() {
            return Some(point);
        }
        let mut point = point;
        for _ in 0..60 {
            let values = point.values::<f64>(program, &self.intervals);
            let mut machine = Machine::new(program, &values, &self.fuel);
            let holds = program
                .assumptions
                .iter()
                .all(|c| machine.holds(c).unwrap_or(false));
            if holds {
                return Some(point);
            }
            point = point.again();
        }
        None
    }

    /// The values of all expressions at a point.
    pub(crate) fn at(&self, point: &Point) -> Vec<Result<Value, Failure>> {
        self.evaluate::<f64>(point)
    }

    /// The same in double-double arithmetic.
    pub(crate) fn exactly_at(&self, point: &Point) -> Vec<Result<Value, Failure>> {
        // The machine counts operations; these cost more.
        let before = self.fuel.get();
        let values = self.evaluate::<DoubleDouble>(point);
        let spent = before - self.fuel.get();
        self.fuel
            .set(before.saturating_sub(spent.saturating_mul(EXACT_PRICE)));
        values
    }

    /// The same with complex numbers near the point, where square roots and logarithms always have values.
    pub(crate) fn complex_at(&self, point: &Point) -> Vec<Result<Value, Failure>> {
        self.evaluate::<Complex64>(point)
    }

    fn evaluate<P: Precision>(&self, point: &Point) -> Vec<Result<Value, Failure>> {
        let program = self.program_at(point);
        let variables = point.values::<P>(program, &self.intervals);
        let mut machine = Machine::new(program, &variables, &self.fuel);
        // Assumed equations hold at the point; derivatives do not move what they fix.
        for (slot, known) in program.slots.iter().enumerate() {
            if matches!(known.kind, SlotKind::Constrained(_))
                && let Err(problem) = machine.slot(slot, &program.roots[0])
            {
                return program.roots.iter().map(|_| Err(problem.clone())).collect();
            }
        }
        let roots = program.roots.iter();
        roots
            .map(|root| machine.value(root).map(|tensor| Value::from(&tensor)))
            .collect()
    }

    /// The work done so far.
    pub(crate) fn spent(&self) -> u64 {
        self.start - self.fuel.get()
    }

    /// Whether the work allowed for a line is used up.
    pub(crate) fn exhausted(&self) -> bool {
        self.fuel.get() < 1000
    }

    /// The sampled variables and their values at a point.
    pub(crate) fn variables_at(&self, point: &Point) -> Vec<(Name, Value)> {
        let program = self.program_at(point);
        let values = point.values::<f64>(program, &self.intervals);
        let sampled =
            |kind: &SlotKind| matches!(kind, SlotKind::Variable { .. } | SlotKind::FreeIndex(_));
        let slots = program.slots.iter().zip(values);
        let used = slots.filter(|(slot, _)| sampled(&slot.kind));
        used.filter_map(|(slot, value)| Some((slot.name.clone(), Value::from(&value?))))
            .collect()
    }

    /// Whether any variable or index is sampled at all.
    pub(crate) fn has_variables(&self) -> bool {
        let slots = self.programs.iter().flat_map(|program| &program.slots);
        let mut kinds = slots.map(|slot| &slot.kind);
        kinds.any(|kind| {
            !matches!(
                kind,
                SlotKind::Local | SlotKind::Definition(_) | SlotKind::Constrained(_)
            )
        })
    }

    /// The value of one node of the first program at a point of its world.
    pub(crate) fn node_at(&self, point: &Point, node: &super::program::Node) -> Option<f64> {
        let program = self.program();
        if !std::ptr::eq(program, self.program_at(point)) {
            return None;
        }
        let variables = point.values::<f64>(program, &self.intervals);
        let mut machine = Machine::new(program, &variables, &self.fuel);
        machine.number(node).ok().map(|jet| jet.real().value())
    }
}

impl<P: Precision> From<&Tensor<P>> for Value {
    fn from(tensor: &Tensor<P>) -> Self {
        let entry = |number: Real<P>| Entry {
            value: number.value(),
            rest: number.rest(),
            imaginary: number.imaginary(),
            error: number.error(),
        };
        Self {
            shape: tensor.shape(),
            entries: tensor.entries.iter().map(|jet| entry(jet.real())).collect(),
        }
    }
}
