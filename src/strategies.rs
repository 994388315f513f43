//! Properties that speak mathematics, with `proptest` underneath: finite grids of short decimals, a fixed seed,
//! no shrinking, no files left behind.

use crate::check::{Failure, call};
use crate::params::Params;
use crate::report::{describe_value, wrap_text};
use nalgebra::{DMatrix, DVector};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::fmt;

/// A way in which a property fails at one point.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference(String);

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A property that was tried at many points; see [`property`].
#[derive(Debug, Clone)]
pub struct Property {
    statement: String,
    tried: usize,
    failures: Vec<(String, Difference)>,
    not_started: Option<String>,
    names: Vec<String>,
}

/// Points that a property is tried at.
const POINTS: usize = 64;
/// The seed, printed with every failure.
const SEED: u64 = 7;

/// Tries `body` at 64 values of `strategy`, from a fixed seed.
///
/// `statement` is the property in words and opens the message. A body that panics counts as a failure;
/// `todo!()` is reported as not started.
///
/// ```
/// use pencilgrad::strategies::{half, property, same};
/// property("Twice x is x plus x", half(), |x| same("2x", 2.0 * x, "x + x", x + x)).assert();
/// ```
pub fn property<S: Strategy>(
    statement: &str,
    strategy: S,
    body: impl Fn(S::Value) -> Result<(), Difference>,
) -> Property
where
    S::Value: fmt::Debug + Clone,
{
    let mut found = Property::of(statement);
    for value in values(strategy, POINTS, SEED) {
        let shown = describe_value(&value);
        found.record(shown, call(|| body(value)));
        if found.not_started.is_some() {
            break;
        }
    }
    found
}

/// A worked example: a property of no variables, tried once.
///
/// ```
/// use pencilgrad::strategies::{example, same};
/// example("Twice 2 is 4", || same("double(2)", 2.0 * 2.0, "it must be", 4.0)).assert();
/// ```
pub fn example(statement: &str, body: impl Fn() -> Result<(), Difference>) -> Property {
    let mut found = Property::of(statement);
    found.record(String::new(), call(body));
    found
}

/// `count` values of a strategy from a seed.
pub fn values<S: Strategy>(strategy: S, count: usize, seed: u64) -> Vec<S::Value> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(config, rng);
    (0..count)
        .filter_map(|_| strategy.new_tree(&mut runner).ok())
        .map(|tree| tree.current())
        .collect()
}

impl Property {
    fn of(statement: &str) -> Self {
        Self {
            statement: statement.to_string(),
            tried: 0,
            failures: Vec::new(),
            not_started: None,
            names: Vec::new(),
        }
    }

    /// The names of the values, so that a message says `x = 2, h = 0.5` and not `(2, 0.5)`. One called `_` is
    /// left out, such as the index of a row in a table.
    #[must_use]
    pub fn names<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.names = names.into_iter().map(Into::into).collect();
        self
    }

    fn record(&mut self, shown: String, outcome: Result<Result<(), Difference>, Failure>) {
        self.tried += 1;
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(difference)) => self.failures.push((shown, difference)),
            Err(Failure::Panic(text)) => {
                let difference = Difference(format!("it panicked: {text}"));
                self.failures.push((shown, difference));
            }
            Err(Failure::Todo(text)) => self.not_started = Some(text),
        }
    }

    /// Whether the property held at every point.
    pub fn holds(&self) -> bool {
        self.failures.is_empty() && self.not_started.is_none() && self.tried > 0
    }

    /// Does nothing when the property held.
    ///
    /// # Panics
    /// With the message when it did not.
    #[track_caller]
    pub fn assert(&self) {
        if !self.holds() {
            panic!("\n\n{self}\n");
        }
    }
}

impl fmt::Display for Property {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self {
            statement,
            tried,
            failures,
            not_started,
            names,
        } = self;
        if let Some(text) = not_started {
            let todo = if text.is_empty() {
                String::new()
            } else {
                format!(" To do: {text}")
            };
            return f.write_str(&wrap_text(
                &format!("{statement}: not started yet.{todo}"),
                0,
            ));
        }
        let Some((shown, difference)) = failures
            .iter()
            .min_by_key(|(shown, _)| shown.chars().count())
        else {
            return f.write_str(&wrap_text(
                &format!("{statement}: holds at {tried} points"),
                0,
            ));
        };
        if shown.is_empty() {
            let difference = wrap_text(&difference.0, 2);
            return write!(
                f,
                "{}\n\n{difference}",
                wrap_text(&format!("{statement}: not so yet"), 0)
            );
        }
        let first = format!("{statement}: fails at {} of {tried} points", failures.len());
        writeln!(f, "{}\n", wrap_text(&first, 0))?;
        let place = format!("at {}", with_names(shown, names));
        writeln!(f, "{}", wrap_text(&place, 2))?;
        writeln!(f, "{}\n", wrap_text(&difference.0, 2))?;
        write!(f, "  (seed {SEED}: the same points every time)")
    }
}

/// `(2, [1, 3])` with the names a and b is `a = 2, b = [1, 3]`.
fn with_names(shown: &str, names: &[String]) -> String {
    let inner = match names.len() {
        1 => shown,
        _ => shown.trim_start_matches('(').trim_end_matches(')'),
    };
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in inner.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 && names.len() > 1 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().expect("never empty").push(c);
    }
    if parts.len() != names.len() {
        return shown.to_string();
    }
    let told = names.iter().zip(&parts).filter(|(name, _)| *name != "_");
    let told: Vec<String> = told
        .map(|(name, part)| format!("{name} = {}", part.trim()))
        .collect();
    told.join(", ")
}

/// Passes when both sides are equal up to rounding: 10⁻⁹ of the largest number on either side.
///
/// # Errors
/// The two sides, named, with the place where they differ most.
pub fn same<A: Params, B: Params>(
    left_name: &str,
    left: A,
    right_name: &str,
    right: B,
) -> Result<(), Difference> {
    let size =
        (left.flatten().iter().chain(&right.flatten())).fold(0.0_f64, |top, v| top.max(v.abs()));
    same_within(left_name, left, right_name, right, 1e-9 * size)
}

/// Passes when both sides differ by at most `tolerance` in every number.
///
/// # Errors
/// The two sides, named, with the place where they differ most.
pub fn same_within<A: Params, B: Params>(
    left_name: &str,
    left: A,
    right_name: &str,
    right: B,
    tolerance: f64,
) -> Result<(), Difference> {
    let (a, b) = (left.flatten(), right.flatten());
    if a.len() != b.len() {
        let text = format!(
            "{left_name} has {} numbers, {right_name} has {}",
            a.len(),
            b.len()
        );
        return Err(Difference(text));
    }
    let off = |k: &usize| (a[*k] - b[*k]).abs();
    let wrong = |k: &usize| !(off(k) <= tolerance || a[*k] == b[*k]);
    let Some(k) = (0..a.len())
        .filter(wrong)
        .max_by(|i, j| off(i).total_cmp(&off(j)))
    else {
        return Ok(());
    };
    let place = if a.len() == 1 {
        String::new()
    } else {
        format!(
            " in {}",
            crate::params::Names::new(&left.blocks(), &["entry".to_string()]).coordinate(k)
        )
    };
    let (left, right) = (plain(a[k]), plain(b[k]));
    let apart = match left == right {
        true => format!("\nthey differ by {:.1e}", off(&k)),
        false => String::new(),
    };
    Err(Difference(format!(
        "{left_name} is {left}{place}\n{right_name} is {right}{place}{apart}"
    )))
}

/// Passes when `true`; `what` says what must be true, with the numbers.
///
/// # Errors
/// `what`, when it is not true.
pub fn holds(what: impl Into<String>, yes: bool) -> Result<(), Difference> {
    match yes {
        true => Ok(()),
        false => Err(Difference(format!(
            "this must hold, and does not: {}",
            what.into()
        ))),
    }
}

fn plain(value: f64) -> String {
    if value.abs() >= 1e7 {
        return format!("{value:.3e}");
    }
    let short = format!("{value:.6}");
    match short.trim_end_matches('0').trim_end_matches('.') {
        "-0" | "0" if value != 0.0 => format!("{value:.3e}"),
        "-0" => "0".to_string(),
        trimmed => trimmed.to_string(),
    }
}

/// A half in [−3, 3].
pub fn half() -> impl Strategy<Value = f64> + Clone {
    (-6_i32..=6).prop_map(|k| f64::from(k) / 2.0)
}

/// A half in [−3, 3] that is not 0.
pub fn nonzero_half() -> impl Strategy<Value = f64> + Clone {
    (1_i32..=6, proptest::bool::ANY)
        .prop_map(|(k, negative)| f64::from(if negative { -k } else { k }) / 2.0)
}

/// A half in (0, 3].
pub fn positive_half() -> impl Strategy<Value = f64> + Clone {
    (1_i32..=6).prop_map(|k| f64::from(k) / 2.0)
}

/// `len` halves in [−3, 3].
pub fn halves(len: usize) -> impl Strategy<Value = Vec<f64>> + Clone {
    proptest::collection::vec(half(), len)
}

/// A vector of halves.
pub fn vector(len: usize) -> impl Strategy<Value = DVector<f64>> + Clone {
    halves(len).prop_map(DVector::from_vec)
}

/// A matrix of halves.
pub fn matrix(rows: usize, cols: usize) -> impl Strategy<Value = DMatrix<f64>> + Clone {
    halves(rows * cols).prop_map(move |flat| DMatrix::from_vec(rows, cols, flat))
}

/// Rows and columns from 1 to 4, square and not.
pub fn shapes() -> impl Strategy<Value = (usize, usize)> + Clone {
    (1_usize..=4, 1_usize..=4)
}
