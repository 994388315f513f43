//! What is checked, and how a check is put together.

use super::point::{self, Outcome};
use super::subject::{ClaimOf, Kind, Numbers, Options, Subject};
use crate::autodiff::Dual;
use crate::params::{AsPoint, Params};
use crate::report::Report;
use std::borrow::Borrow;
use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;

/// The claim, given the point and (for products) the flat direction or cotangent.
type Stated<'a, P> = Box<dyn Fn(&P) -> f64 + 'a>;
type Oracle<'a> = Box<dyn Fn(&[Dual]) -> Dual + 'a>;
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
    stated: Option<Stated<'a, P>>,
    oracle: Option<Oracle<'a>>,
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
        stated: None,
        oracle: None,
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

/// Checks a function that gives its value and its gradient together. The value must be that of `f`.
///
/// ```
/// use pencilgrad::check;
/// let both = |x: &[f64]| (x[0] * x[0], vec![2.0 * x[0]]);
/// check::value_and_gradient(|x: &[f64]| x[0] * x[0], both).at([3.0]).assert();
/// ```
pub fn value_and_gradient<'a, P: Params + ?Sized, T: Params>(
    f: impl Fn(&P) -> f64 + 'a,
    claim: impl Fn(&P) -> (f64, T) + 'a,
) -> Check<'a, P, Whole> {
    let claim = Rc::new(claim);
    let stated = claim.clone();
    let mut check = gradient(f, move |x: &P| claim(x).1);
    check.stated = Some(Box::new(move |x: &P| stated(x).0));
    check
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

/// Checks a claimed Jacobian with few entries, given as `(output, input, value)`; every place that is not listed is
/// claimed to be 0. Inputs that share no output are moved together, so that the cost is 6 evaluations a group and not an
/// input; random directions then look outside the listed places.
///
/// ```
/// use pencilgrad::check;
/// let squares = |x: &[f64]| x.iter().map(|v| v * v).collect::<Vec<_>>();
/// let diagonal = |x: &[f64]| (0..x.len()).map(|i| (i, i, 2.0 * x[i])).collect();
/// check::sparse_jacobian(squares, diagonal).at([1.0, -2.0, 0.5]).assert();
/// ```
pub fn sparse_jacobian<'a, P: Params + ?Sized, Q: Params>(
    f: impl Fn(&P) -> Q + 'a,
    claim: impl Fn(&P) -> Vec<(usize, usize, f64)> + 'a,
) -> Check<'a, P, Whole> {
    let triples = move |x: &P, _: &[f64]| {
        let entries = claim(x);
        let flat = entries
            .iter()
            .flat_map(|(row, col, g)| [*row as f64, *col as f64, *g]);
        Numbers::of(&flat.collect::<Vec<f64>>())
    };
    new(Kind::Sparse, move |x: &P| Numbers::of(&f(x)), triples)
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

impl<'a, P: Params + ?Sized> Check<'a, P, Whole> {
    /// The function written over dual numbers, as a second opinion for a gradient: where it agrees with nudging, its
    /// slopes take the place of the estimates, so that a noisy or badly scaled function is decided all the same.
    #[must_use]
    pub fn oracle(mut self, dual: impl Fn(&[Dual]) -> Dual + 'a) -> Self {
        if self.kind == Kind::Gradient {
            self.oracle = Some(Box::new(dual));
        }
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

    /// Numbers that a wrong factor may be made of, for the diagnosis: sizes, rates, counts.
    #[must_use]
    pub fn hint_dims(mut self, sizes: impl IntoIterator<Item = usize>) -> Self {
        self.options
            .hints
            .extend(sizes.into_iter().map(|size| size as f64));
        self
    }

    /// Whether a gradient is checked by random projections; unless said, above 5000 coordinates.
    #[must_use]
    pub fn projected(mut self, yes: bool) -> Self {
        self.options.projected = Some(yes);
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

    fn report(&self, points: Vec<Outcome>) -> Report {
        Report::new(self.kind, &self.options, points)
    }

    fn one(&self, x: &P) -> Outcome {
        let changed = Cell::new(None);
        let watch = |who: &'static str, point: &P, flat: &[f64]| {
            let same = point
                .flatten()
                .iter()
                .zip(flat)
                .all(|(a, b)| a.to_bits() == b.to_bits());
            if !same {
                changed.set(Some(who));
            }
        };
        let first = Cell::new(true);
        let value = |at: &[f64]| {
            let point = x.rebuild(at);
            let output = (self.value)(point.borrow());
            if first.replace(false) {
                watch("the function", point.borrow(), at);
            }
            output
        };
        let watched = |claim: &Claim<'_, P>, at: &[f64], v: &[f64]| {
            let point = x.rebuild(at);
            let numbers = claim(point.borrow(), v);
            watch("your function", point.borrow(), at);
            numbers
        };
        let claim = |at: &[f64], v: &[f64]| watched(&self.claim, at, v);
        let stated = self
            .stated
            .as_ref()
            .map(|stated| move |at: &[f64]| stated(x.rebuild(at).borrow()));
        let suspects: Vec<(&str, Box<ClaimOf>)> = (self.suspects.iter())
            .map(|(id, wrong)| {
                let call = move |at: &[f64], v: &[f64]| wrong(x.rebuild(at).borrow(), v);
                (id.as_str(), Box::new(call) as Box<ClaimOf>)
            })
            .collect();
        point::examine(&Subject {
            kind: self.kind,
            x: Numbers::of(x),
            value: &value,
            claim: &claim,
            stated: stated.as_ref().map(|f| f as &dyn Fn(&[f64]) -> f64),
            oracle: self.oracle.as_deref(),
            suspects: suspects.iter().map(|(id, wrong)| (*id, &**wrong)).collect(),
            changed: &|| changed.get(),
            options: &self.options,
        })
    }
}
