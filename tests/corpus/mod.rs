//! Corpus A: functions with known derivatives, in files by kind. Each is written once and read twice: over `f64`, and
//! over the dual numbers of an independent library, from which the true gradient comes.

#![allow(dead_code, reason = "every test uses its own part of the corpus")]

mod elementary;
mod least_squares;
mod networks;
mod optimisation;
mod oscillating;
mod scaled;
mod stationary;

use num_dual::Dual64;

/// A function of a flat list of numbers.
pub(crate) type Of<T> = Box<dyn Fn(&[T]) -> T>;

/// One function of the corpus, with the points it is checked at.
pub(crate) struct Problem {
    pub(crate) name: String,
    pub(crate) family: &'static str,
    pub(crate) value: Of<f64>,
    pub(crate) dual: Of<Dual64>,
    pub(crate) points: Vec<Vec<f64>>,
}

impl Problem {
    /// The true gradient, by dual numbers.
    pub(crate) fn gradient(&self, x: &[f64]) -> Vec<f64> {
        let partial = |i: usize| {
            let seeded = |j: usize| Dual64::new(x[j], if i == j { 1.0 } else { 0.0 });
            let point: Vec<Dual64> = (0..x.len()).map(seeded).collect();
            (self.dual)(&point).eps
        };
        (0..x.len()).map(partial).collect()
    }
}

/// `problem!("name", [point, …], |x| body)`: the body is compiled for `&[f64]` and for `&[Dual64]`.
macro_rules! problem {
    ($name:expr, [$($point:expr),+ $(,)?], |$x:ident| $body:expr) => {
        $crate::corpus::Problem {
            name: $name.to_string(),
            family: module_path!().rsplit("::").next().unwrap(),
            value: Box::new(move |$x: &[f64]| -> f64 { $body }),
            dual: Box::new(move |$x: &[num_dual::Dual64]| -> num_dual::Dual64 { $body }),
            points: vec![$($point.to_vec()),+],
        }
    };
}
pub(crate) use problem;

/// Numbers of a dual type; what the functions of the corpus are generic over.
pub(crate) trait Number: num_dual::DualNum<Primitive = f64> + Copy {}
impl<T: num_dual::DualNum<Primitive = f64> + Copy> Number for T {}

/// A sum that is never empty.
pub(crate) fn sum<D: Number>(terms: impl IntoIterator<Item = D>) -> D {
    terms.into_iter().reduce(|a, b| a + b).expect("a term")
}

/// A sum of squares.
pub(crate) fn squares<D: Number>(terms: impl IntoIterator<Item = D>) -> D {
    sum(terms.into_iter().map(|r| r * r))
}

/// A fixed list of numbers in [low, high].
pub(crate) fn fixed(count: usize, low: f64, high: f64, seed: u64) -> Vec<f64> {
    let mut random = pencilgrad::sample::Stream::new(seed, "corpus");
    (0..count).map(|_| random.between(low, high)).collect()
}

/// Every function.
pub(crate) fn all() -> Vec<Problem> {
    [
        elementary::problems(),
        scaled::problems(),
        oscillating::problems(),
        stationary::problems(),
        networks::problems(),
        optimisation::problems(),
        least_squares::problems(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
