//! Reverse mode: a tape that records every operation, and one sweep backwards over it.
//!
//! Going forwards, each operation writes down who its inputs were and how fast its output changes with each of them:
//! the *local derivative*. Going backwards, each node hands its *adjoint* (how fast the result changes with it) to its
//! inputs, times the local derivative. A node that was used twice receives two contributions, and they add.
//!
//! One sweep costs as much as a few evaluations, whatever the number of inputs; its price is memory, one entry an
//! operation. Source: Griewank and Walther, *Evaluating Derivatives* (2nd edition), section 3.2.
//!
//! ```
//! use pencilgrad::autodiff::Tape;
//!
//! let tape = Tape::new();
//! let (x, y) = (tape.input(2.0), tape.input(5.0));
//! let f = x.ln() + x * y - y.sin();
//!
//! let adjoints = f.backward();
//! assert_eq!(adjoints.of(x), 5.5); // 1/x + y
//! assert_eq!(adjoints.of(y), 2.0 - 5.0_f64.cos());
//! ```

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// One recorded operation: its inputs, each with the local derivative. Inputs and constants have none.
#[derive(Debug, Clone)]
struct Entry {
    inputs: Vec<(usize, f64)>,
}

/// The record of a computation, in the order in which it ran.
#[derive(Debug, Default)]
pub struct Tape {
    entries: RefCell<Vec<Entry>>,
}

impl Tape {
    /// An empty tape.
    pub fn new() -> Self {
        Self::default()
    }

    /// A variable to differentiate by.
    pub fn input(&self, value: f64) -> Var<'_> {
        self.record(value, vec![])
    }

    /// A variable for each number.
    pub fn inputs(&self, values: &[f64]) -> Vec<Var<'_>> {
        values.iter().map(|&value| self.input(value)).collect()
    }

    /// How many operations and inputs are on the tape: the memory it holds.
    pub fn len(&self) -> usize {
        self.entries.borrow().len()
    }

    /// Whether nothing has been recorded yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The vector-Jacobian product wᵀJ: `outputs` and `cotangents` have the same length m, and the adjoint of each
    /// input x is the sum over outputs of wᵢ ∂yᵢ/∂x. A missing cotangent counts as 0.
    pub fn vjp(&self, outputs: &[Var<'_>], cotangents: &[f64]) -> Adjoints {
        let entries = self.entries.borrow();
        let mut adjoints = vec![0.0; entries.len()];
        for (output, cotangent) in outputs.iter().zip(cotangents) {
            adjoints[output.index] += cotangent;
        }
        for (index, entry) in entries.iter().enumerate().rev() {
            let upstream = adjoints[index];
            for &(input, local) in &entry.inputs {
                adjoints[input] += upstream * local; // upstream times local, summed over every use
            }
        }
        Adjoints(adjoints)
    }

    fn record(&self, value: f64, inputs: Vec<(usize, f64)>) -> Var<'_> {
        let mut entries = self.entries.borrow_mut();
        entries.push(Entry { inputs });
        let index = entries.len() - 1;
        Var {
            tape: self,
            index,
            value,
        }
    }
}

/// The adjoints of everything on a tape, after a sweep.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjoints(Vec<f64>);

impl Adjoints {
    /// How fast the result changes with this variable; 0 if the result does not depend on it.
    pub fn of(&self, variable: Var<'_>) -> f64 {
        self.0.get(variable.index).copied().unwrap_or(0.0)
    }
}

/// A number on a tape.
#[derive(Debug, Clone, Copy)]
pub struct Var<'tape> {
    tape: &'tape Tape,
    index: usize,
    value: f64,
}

impl<'tape> Var<'tape> {
    /// The number itself.
    pub fn value(self) -> f64 {
        self.value
    }

    /// The gradient of this variable: one sweep backwards with cotangent 1.
    pub fn backward(self) -> Adjoints {
        self.tape.vjp(&[self], &[1.0])
    }

    fn unary(self, value: f64, local: f64) -> Self {
        self.tape.record(value, vec![(self.index, local)])
    }

    fn binary(self, other: Self, value: f64, locals: (f64, f64)) -> Self {
        self.tape
            .record(value, vec![(self.index, locals.0), (other.index, locals.1)])
    }
}

/// The rules: the value beside the local derivative. `x` is the input, `y` the output.
#[rustfmt::skip]
impl Var<'_> {
    /// eˣ.
    pub fn exp(self) -> Self { let y = self.value.exp(); self.unary(y, y) }
    /// The natural logarithm.
    pub fn ln(self) -> Self { let x = self.value; self.unary(x.ln(), 1.0 / x) }
    /// The square root.
    pub fn sqrt(self) -> Self { let y = self.value.sqrt(); self.unary(y, 0.5 / y) }
    /// The sine.
    pub fn sin(self) -> Self { let x = self.value; self.unary(x.sin(), x.cos()) }
    /// The cosine.
    pub fn cos(self) -> Self { let x = self.value; self.unary(x.cos(), -x.sin()) }
    /// The hyperbolic tangent.
    pub fn tanh(self) -> Self { let y = self.value.tanh(); self.unary(y, 1.0 - y * y) }
    /// The n-th power, n whole.
    pub fn powi(self, n: i32) -> Self { let x = self.value; self.unary(x.powi(n), f64::from(n) * x.powi(n - 1)) }
    /// max(x, 0), with derivative 0 at the kink.
    pub fn relu(self) -> Self { let x = self.value; self.unary(x.max(0.0), if x > 0.0 { 1.0 } else { 0.0 }) }
    /// 1/(1 + e⁻ˣ), finite for every x.
    pub fn sigmoid(self) -> Self {
        let e = (-self.value.abs()).exp();
        let y = if self.value >= 0.0 { 1.0 / (1.0 + e) } else { e / (1.0 + e) };
        self.unary(y, y * (1.0 - y))
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, |$a:ident, $b:ident| $value:expr, $locals:expr) => {
        impl $trait for Var<'_> {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                let ($a, $b) = (self.value, other.value);
                self.binary(other, $value, $locals)
            }
        }
        impl $trait<f64> for Var<'_> {
            type Output = Self;
            fn $method(self, constant: f64) -> Self {
                let ($a, $b) = (self.value, constant);
                self.unary($value, $locals.0)
            }
        }
    };
}

operator!(Add, add, |a, b| a + b, (1.0, 1.0));
operator!(Sub, sub, |a, b| a - b, (1.0, -1.0));
operator!(Mul, mul, |a, b| a * b, (b, a));
operator!(Div, div, |a, b| a / b, (1.0 / b, -a / (b * b)));

impl Neg for Var<'_> {
    type Output = Self;
    fn neg(self) -> Self {
        self.unary(-self.value, -1.0)
    }
}
