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

#[cfg(test)]
mod tests {
    use super::Evaluator;
    use crate::derivation::eval::Environment;
    use crate::derivation::eval::sampling::{Plan, Point};
    use crate::derivation::syntax::parse_expr;
    use std::cell::Cell;
    use std::rc::Rc;

    /// Every built-in function of one number, and forms that combine derivatives.
    const FUNCTIONS: &[&str] = &[
        "exp(u)",
        "ln(u + 12)",
        "sqrt(u + 12)",
        "cbrt(u)",
        "sin(u)",
        "cos(u)",
        "tan(u/9)",
        "sec(u/9)",
        "csc(u + 12)",
        "cot(u + 12)",
        "arcsin(u/12)",
        "arccos(u/12)",
        "arctan(u)",
        "arcsec(u + 12)",
        "arccsc(u + 12)",
        "arccot(u + 12)",
        "sinh(u)",
        "cosh(u)",
        "tanh(u)",
        "sech(u)",
        "csch(u + 12)",
        "coth(u + 12)",
        "arcsinh(u)",
        "arccosh(u + 12)",
        "arctanh(u/12)",
        "σ(u)",
        "softplus(u)",
        "relu(u)",
        "gelu(u)",
        "erf(u)",
        "|u|",
        "u^3",
        "u^(1/3)",
        "(u + 12)^(5/2)",
        "2^u",
        "(u + 12)^u",
        "u/(1 + u^2)",
        "f(u)",
        "f(g(u))",
        "d/du (u sin(u))",
        "Σ_{k=1}^{3} u^k/k",
        "logsumexp([u; 2u; 3])",
        "det([u, 1; 2, u^2])",
        "‖[u; 1]‖",
    ];

    /// The central difference with two steps of extrapolation: an opinion that shares no code with the jets.
    fn central(evaluator: &Evaluator, at: f64) -> Option<f64> {
        let slope =
            |h: f64| Some((number(evaluator, at + h)? - number(evaluator, at - h)?) / (2.0 * h));
        let h = 1e-3;
        let (coarse, middle, fine) = (slope(h)?, slope(h / 2.0)?, slope(h / 4.0)?);
        let (first, second) = ((4.0 * middle - coarse) / 3.0, (4.0 * fine - middle) / 3.0);
        Some((16.0 * second - first) / 15.0)
    }

    /// The value of `… |_{u = at}`.
    fn number(evaluator: &Evaluator, at: f64) -> Option<f64> {
        let program = evaluator.program();
        let mut values = vec![None; program.slots.len()];
        let slot = program
            .slots
            .iter()
            .position(|slot| slot.name.symbol == "u")?;
        values[slot] = Some(super::Tensor::<f64>::exact(at));
        let fuel = Cell::new(1_000_000);
        let mut machine = super::Machine::new(program, &values, &fuel);
        Some(machine.number(&program.roots[0]).ok()?.real().value())
    }

    #[test]
    fn jets_agree_with_central_differences() {
        let fuel = Rc::new(Cell::new(100_000_000));
        for function in FUNCTIONS {
            let operand =
                parse_expr(function).unwrap_or_else(|errors| panic!("{function}: {errors:?}"));
            let derivative = parse_expr(&format!("d/du ({function})")).expect("a derivative");
            let env = Environment::using([&operand, &derivative]);
            let value = Evaluator::new(&env, &[&operand], &fuel).expect("a meaning");
            let slope = Evaluator::new(&env, &[&derivative], &fuel).expect("a meaning");
            let mut compared = 0;
            for at in [-7.3, -2.1, -0.6, 0.4, 1.7, 5.2] {
                let (Some(exact), Some(estimate)) = (number(&slope, at), central(&value, at))
                else {
                    continue;
                };
                let scale = exact
                    .abs()
                    .max(number(&value, at).unwrap_or(0.0).abs())
                    .max(1e-3);
                assert!(
                    (exact - estimate).abs() <= 1e-7 * scale,
                    "{function} at {at}: {exact} and {estimate}"
                );
                compared += 1;
            }
            assert!(
                compared >= 3,
                "{function} was compared at {compared} points"
            );
        }
    }

    #[test]
    fn points_depend_on_the_seed_only_and_cover_every_stratum() {
        let expr = parse_expr("x").expect("a name");
        let fuel = Rc::new(Cell::new(1_000_000));
        let evaluator =
            Evaluator::new(&Environment::using([&expr]), &[&expr], &fuel).expect("a meaning");
        let at = |point: Point| evaluator.at(&point)[0].as_ref().expect("a value").entries[0].value;
        let values: Vec<f64> = Point::all(Plan::Strata, 64, 5).map(at).collect();
        assert_eq!(
            values,
            Point::all(Plan::Strata, 64, 5).map(at).collect::<Vec<_>>()
        );
        for (low, high) in [(0.01, 0.3), (0.2, 1.2), (1.1, 3.0), (3.0, 9.0)] {
            for sign in [1.0, -1.0] {
                let inside = values
                    .iter()
                    .filter(|&&v| (low..=high).contains(&(sign * v)))
                    .count();
                assert!(inside >= 8, "{inside} values in {sign}·({low}, {high})");
            }
        }
    }
}
