//! What is checked, and how a check is put together.

use super::point::{self, Options};
use crate::params::{AsPoint, Block, Params};
use crate::report::Report;
use std::borrow::Borrow;
use std::marker::PhantomData;
use std::rc::Rc;

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
            Self::Jvp => "the Jacobian-vector product",
            Self::Vjp => "the vector-Jacobian product",
            Self::Hessian => "the Hessian",
            Self::Hvp => "the Hessian-vector product",
        }
    }
}

/// The claim, given the point and (for products) the flat direction or cotangent.
type Claim<'a, P> = Box<dyn Fn(&P, &[f64]) -> Numbers + 'a>;

/// Marks a check of a derivative: claims are called with a number.
#[derive(Debug)]
pub struct Scalar;
/// Marks a check of a gradient, Jacobian or Hessian: claims are called with the point.
#[derive(Debug)]
pub struct Whole;
/// Marks a check of a product: claims are called with the point and a direction.
#[derive(Debug)]
pub struct Along;
/// Marks a check of a pullback: claims are called with the point and a cotangent shaped like the output `Q`.
#[derive(Debug)]
pub struct Back<Q>(PhantomData<Q>);

/// A claim to be checked; see the functions of this module. Nothing runs before [`Check::at`].
pub struct Check<'a, P: Params + ?Sized, K> {
    kind: Kind,
    value: Rc<dyn Fn(&P) -> Numbers + 'a>,
    claim: Claim<'a, P>,
    suspects: Vec<(String, Claim<'a, P>)>,
    options: Options,
    marker: PhantomData<K>,
}

fn new<'a, P: Params + ?Sized, K>(
    kind: Kind,
    value: impl Fn(&P) -> Numbers + 'a,
    claim: impl Fn(&P, &[f64]) -> Numbers + 'a,
) -> Check<'a, P, K> {
    Check {
        kind,
        value: Rc::new(value),
        claim: Box::new(claim),
        suspects: Vec::new(),
        options: Options::default(),
        marker: PhantomData,
    }
}

/// Checks a claimed derivative of a function of one number.
///
/// ```
/// use pencilgrad::check;
/// check::derivative(|x| x * x, |x| 2.0 * x).at(1.5).assert();
/// ```
pub fn derivative<'a>(
    f: impl Fn(f64) -> f64 + 'a,
    claim: impl Fn(f64) -> f64 + 'a,
) -> Check<'a, f64, Scalar> {
    let mut check = new(
        Kind::Derivative,
        move |x: &f64| Numbers::of(&f(*x)),
        move |x: &f64, _| Numbers::of(&claim(*x)),
    );
    // Of a function of one number, the function itself has the shape of a derivative.
    let itself = Rc::clone(&check.value);
    let suspect = (
        "not-differentiated".to_string(),
        Box::new(move |x: &f64, _: &[f64]| itself(x)) as Claim<'a, f64>,
    );
    check.suspects.push(suspect);
    check
}

/// Checks a claimed gradient. It must have the shape of the point.
///
/// ```
/// use pencilgrad::check;
/// let f = |x: &[f64]| x[0] * x[0] * x[1];
/// check::gradient(f, |x| vec![2.0 * x[0] * x[1], x[0] * x[0]]).at([1.0, 2.0]).assert();
/// ```
pub fn gradient<'a, P: Params + ?Sized, T: Params>(
    f: impl Fn(&P) -> f64 + 'a,
    claim: impl Fn(&P) -> T + 'a,
) -> Check<'a, P, Whole> {
    new(
        Kind::Gradient,
        move |x: &P| Numbers::of(&f(x)),
        move |x: &P, _| Numbers::of(&claim(x)),
    )
}

/// Checks a claimed Jacobian, outputs × inputs.
pub fn jacobian<'a, P: Params + ?Sized, Q: Params, T: Params>(
    f: impl Fn(&P) -> Q + 'a,
    claim: impl Fn(&P) -> T + 'a,
) -> Check<'a, P, Whole> {
    new(
        Kind::Jacobian,
        move |x: &P| Numbers::of(&f(x)),
        move |x: &P, _| Numbers::of(&claim(x)),
    )
}

/// Checks a claimed Jacobian-vector product `J v` (forward mode), shaped like the output. The directions `v` are
/// chosen by the check.
pub fn jvp<'a, P: Params + ?Sized, Q: Params, T: Params>(
    f: impl Fn(&P) -> Q + 'a,
    claim: impl Fn(&P, &P) -> T + 'a,
) -> Check<'a, P, Along> {
    along(Kind::Jvp, f, claim)
}

/// Checks a claimed Hessian-vector product against a gradient, which is trusted (check it first).
pub fn hvp<'a, P: Params + ?Sized, Q: Params, T: Params>(
    gradient: impl Fn(&P) -> Q + 'a,
    claim: impl Fn(&P, &P) -> T + 'a,
) -> Check<'a, P, Along> {
    along(Kind::Hvp, gradient, claim)
}

fn along<'a, P: Params + ?Sized, Q: Params, T: Params>(
    kind: Kind,
    f: impl Fn(&P) -> Q + 'a,
    claim: impl Fn(&P, &P) -> T + 'a,
) -> Check<'a, P, Along> {
    new(
        kind,
        move |x: &P| Numbers::of(&f(x)),
        move |x: &P, v| Numbers::of(&claim(x, x.rebuild(v).borrow())),
    )
}

/// Checks a claimed vector-Jacobian product `Jᵀ w` (reverse mode), shaped like the point. The cotangents `w` are
/// chosen by the check and have the shape of the output.
pub fn vjp<'a, P: Params + ?Sized, Q: Params<Owned = Q>, T: Params>(
    f: impl Fn(&P) -> Q + 'a,
    claim: impl Fn(&P, &Q) -> T + 'a,
) -> Check<'a, P, Back<Q>> {
    let f = Rc::new(f);
    let output = f.clone();
    new(
        Kind::Vjp,
        move |x: &P| Numbers::of(&f(x)),
        move |x: &P, w| Numbers::of(&claim(x, &output(x).rebuild(w))),
    )
}

/// Checks a claimed Hessian of a function with one output: as many rows and columns as the point has numbers.
pub fn hessian<'a, P: Params + ?Sized, T: Params>(
    f: impl Fn(&P) -> f64 + 'a,
    claim: impl Fn(&P) -> T + 'a,
) -> Check<'a, P, Whole> {
    new(
        Kind::Hessian,
        move |x: &P| Numbers::of(&f(x)),
        move |x: &P, _| Numbers::of(&claim(x)),
    )
}

impl<'a> Check<'a, f64, Scalar> {
    /// A known wrong claim: when the numbers equal it, the message says so. `id` is one of
    /// [`mistake::CATALOGUE`](crate::mistake::CATALOGUE).
    #[must_use]
    pub fn suspect(mut self, id: &str, wrong: impl Fn(f64) -> f64 + 'a) -> Self {
        let wrong = move |x: &f64, _: &[f64]| Numbers::of(&wrong(*x));
        self.suspects.push((id.to_string(), Box::new(wrong)));
        self
    }
}

impl<'a, P: Params + ?Sized> Check<'a, P, Whole> {
    /// A known wrong claim: when the numbers equal it, the message says so. `id` is one of
    /// [`mistake::CATALOGUE`](crate::mistake::CATALOGUE).
    #[must_use]
    pub fn suspect<T: Params>(mut self, id: &str, wrong: impl Fn(&P) -> T + 'a) -> Self {
        let wrong = move |x: &P, _: &[f64]| Numbers::of(&wrong(x));
        self.suspects.push((id.to_string(), Box::new(wrong)));
        self
    }
}

impl<'a, P: Params + ?Sized> Check<'a, P, Along> {
    /// A known wrong claim: when the numbers equal it, the message says so. `id` is one of
    /// [`mistake::CATALOGUE`](crate::mistake::CATALOGUE).
    #[must_use]
    pub fn suspect<T: Params>(mut self, id: &str, wrong: impl Fn(&P, &P) -> T + 'a) -> Self {
        let wrong = move |x: &P, v: &[f64]| Numbers::of(&wrong(x, x.rebuild(v).borrow()));
        self.suspects.push((id.to_string(), Box::new(wrong)));
        self
    }
}

impl<P: Params + ?Sized, K> Check<'_, P, K> {
    /// What is checked, for the first line of the message.
    #[must_use]
    pub fn named(mut self, what: &str) -> Self {
        self.options.what = Some(what.to_string());
        self
    }

    /// The names of the point's blocks, in order: `["W", "b"]`. A plain list takes a name for each entry too.
    #[must_use]
    pub fn names<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.options.names = names.into_iter().map(Into::into).collect();
        self
    }

    /// How narrow the measured tolerance must be for a pass, relative to the size of the gradient; 1e-6 unless
    /// said. It decides only between "agrees" and "undecided": a claim outside the tolerance is always wrong.
    #[must_use]
    pub fn resolution(mut self, resolution: f64) -> Self {
        self.options.resolution = resolution;
        self
    }

    /// The seed of everything random in the check; 0 unless said.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.options.seed = seed;
        self
    }

    /// How many rows the batch has, so that a missing 1/m can be named.
    #[must_use]
    pub fn batch(mut self, rows: usize) -> Self {
        self.options.batch = Some(rows);
        self
    }

    /// Checks at one point: the value, a reference, or for `[f64]` a vector or an array.
    pub fn at(&self, point: impl AsPoint<P>) -> Report {
        self.report(vec![self.one(point.as_point())])
    }

    /// Checks at many points. Points where the function has a kink are skipped and counted.
    pub fn at_each<X: AsPoint<P>>(&self, points: impl IntoIterator<Item = X>) -> Report {
        let points = points.into_iter();
        self.report(points.map(|point| self.one(point.as_point())).collect())
    }

    fn report(&self, points: Vec<point::Outcome>) -> Report {
        Report::new(self.kind, &self.options, points)
    }

    fn one(&self, x: &P) -> point::Outcome {
        let flat = Numbers::of(x);
        let value = |at: &[f64]| (self.value)(x.rebuild(at).borrow());
        let claim = |at: &[f64], v: &[f64]| (self.claim)(x.rebuild(at).borrow(), v);
        let suspects: Vec<point::Suspect> = (self.suspects.iter())
            .map(|(id, wrong)| {
                let call = move |v: &[f64]| wrong(x, v);
                (
                    id.as_str(),
                    Box::new(call) as Box<dyn Fn(&[f64]) -> Numbers + '_>,
                )
            })
            .collect();
        point::examine(self.kind, &flat, &value, &claim, &suspects, &self.options)
    }
}
