//! What is checked, with its types taken off: functions of flat lists of numbers.

use super::guard::{self, Failure};
use super::verdict::Stage;
use crate::autodiff::Dual;
use crate::params::{Block, Params};

/// Numbers with their blocks, whatever type they came from.
#[derive(Debug, Clone)]
pub(crate) struct Numbers {
    pub(crate) blocks: Vec<Block>,
    pub(crate) flat: Vec<f64>,
}

impl Numbers {
    pub(crate) fn of<T: Params + ?Sized>(value: &T) -> Self {
        Self {
            blocks: value.blocks(),
            flat: value.flatten(),
        }
    }
}

/// What the claim is, so that the right numbers are put beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Derivative,
    Gradient,
    Jacobian,
    Sparse,
    Jvp,
    Vjp,
    Hessian,
    Hvp,
}

impl Kind {
    /// What a message calls the claim when it was not named.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Derivative => "the derivative",
            Self::Gradient => "the gradient",
            Self::Jacobian => "the Jacobian",
            Self::Sparse => "the sparse Jacobian",
            Self::Jvp => "the Jacobian-vector product",
            Self::Vjp => "the vector-Jacobian product",
            Self::Hessian => "the Hessian",
            Self::Hvp => "the Hessian-vector product",
        }
    }
}

/// What the caller chose.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) what: Option<String>,
    pub(crate) names: Vec<String>,
    pub(crate) resolution: f64,
    pub(crate) seed: u64,
    pub(crate) batch: Option<usize>,
    pub(crate) hints: Vec<f64>,
    pub(crate) projected: Option<bool>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            what: None,
            names: Vec::new(),
            resolution: 1e-6,
            seed: 0,
            batch: None,
            hints: Vec::new(),
            projected: None,
        }
    }
}

/// Claims at the point, given the flat direction or cotangent (empty for most kinds).
pub(crate) type ClaimOf<'a> = dyn Fn(&[f64], &[f64]) -> Numbers + 'a;

/// A function of a flat point with one number.
pub(crate) type StatedOf<'a> = dyn Fn(&[f64]) -> f64 + 'a;
/// The function over dual numbers.
pub(crate) type DualOf<'a> = dyn Fn(&[Dual]) -> Dual + 'a;

/// A check at one point, before it runs.
pub(crate) struct Subject<'a> {
    pub(crate) kind: Kind,
    pub(crate) x: Numbers,
    pub(crate) value: &'a (dyn Fn(&[f64]) -> Numbers + 'a),
    pub(crate) claim: &'a ClaimOf<'a>,
    /// The value that comes with the claim, for a value-and-gradient pair.
    pub(crate) stated: Option<&'a StatedOf<'a>>,
    /// The function over dual numbers.
    pub(crate) oracle: Option<&'a DualOf<'a>>,
    /// Known wrong claims by the mistake's id.
    pub(crate) suspects: Vec<(&'a str, &'a ClaimOf<'a>)>,
    /// Whether a call changed the point it was given, and which.
    pub(crate) changed: &'a dyn Fn() -> Option<&'static str>,
    pub(crate) options: &'a Options,
}

/// A call of the caller's code; a panic becomes the stage at which the check halts.
pub(crate) fn attempt<T>(who: &str, at: &str, body: impl FnOnce() -> T) -> Result<T, Stage> {
    guard::call(body).map_err(|failure| match failure {
        Failure::Todo(text) => Stage::NotStarted(text),
        Failure::Panic(text) => Stage::Panic(format!("{who} panicked at {at}: {text}")),
    })
}

/// A function that turns panics and wrong lengths into NaN: outside the domain.
pub(crate) fn shielded<'a>(
    value: impl Fn(&[f64]) -> Vec<f64> + 'a,
    outputs: usize,
) -> impl Fn(&[f64]) -> Vec<f64> + 'a {
    move |x| match guard::call(|| value(x)) {
        Ok(values) if values.len() == outputs => values,
        _ => vec![f64::NAN; outputs],
    }
}
