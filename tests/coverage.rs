//! The bound is a bound: at every coordinate of the corpus, |estimate − truth| ≤ error, with the truth from the dual
//! numbers of an independent library.

mod corpus;

use pencilgrad::check;
use pencilgrad::gradient::gradient;
use pencilgrad::sample::Stream;

/// Points near those of the corpus.
const VARIANTS: usize = 12;

fn near(x: &[f64], random: &mut Stream) -> Vec<f64> {
    (x.iter())
        .map(|v| {
            v * (1.0 + random.between(-0.1, 0.1)) + random.between(-1e-3, 1e-3) * v.abs().min(1.0)
        })
        .collect()
}

/// Every problem at its own points and at points near them, where the true gradient is finite.
fn walk(mut visit: impl FnMut(&corpus::Problem, &[f64], &[f64])) {
    let mut random = Stream::new(2, "coverage");
    for problem in corpus::all() {
        for x in &problem.points {
            for variant in 0..VARIANTS {
                let x = if variant == 0 {
                    x.clone()
                } else {
                    near(x, &mut random)
                };
                let truth = problem.gradient(&x);
                if truth.iter().all(|g| g.is_finite()) && (problem.value)(&x).is_finite() {
                    visit(&problem, &x, &truth);
                }
            }
        }
    }
}

struct Count {
    coordinates: usize,
    outside: Vec<String>,
    relative: Vec<f64>,
    evaluations: usize,
}

impl Count {
    fn new() -> Self {
        Self {
            coordinates: 0,
            outside: Vec::new(),
            relative: Vec::new(),
            evaluations: 0,
        }
    }

    fn add(&mut self, what: &str, estimate: f64, bound: f64, truth: f64) {
        self.coordinates += 1;
        if (estimate - truth).abs() > bound || bound.is_nan() {
            self.outside.push(format!(
                "{what}: {estimate:e} ± {bound:e}, truth {truth:e}, off {:e}",
                estimate - truth
            ));
        }
        if truth != 0.0 {
            self.relative.push(bound / truth.abs());
        }
    }

    fn report(mut self, how: &str) {
        self.relative.sort_by(f64::total_cmp);
        let at = |share: f64| self.relative[(share * (self.relative.len() - 1) as f64) as usize];
        println!(
            "{how}: {} coordinates, {} outside the bound; bound relative to the derivative: median {:.1e}, 90 % {:.1e}, 99 % {:.1e}; {:.1} evaluations a coordinate",
            self.coordinates,
            self.outside.len(),
            at(0.5),
            at(0.9),
            at(0.99),
            self.evaluations as f64 / self.coordinates as f64,
        );
        assert!(
            self.coordinates >= 10_000,
            "{} coordinates",
            self.coordinates
        );
        assert!(
            self.outside.is_empty(),
            "{} outside:\n{}",
            self.outside.len(),
            self.outside.join("\n")
        );
    }
}

#[test]
fn every_careful_estimate_is_within_its_bound() {
    let mut count = Count::new();
    walk(|problem, x, truth| {
        let estimates = gradient(|at: &[f64]| (problem.value)(at), x);
        count.evaluations += estimates.iter().map(|e| e.evaluations).sum::<usize>();
        for (k, estimate) in estimates.iter().enumerate() {
            count.add(
                &format!("{} [{k}] at {x:?}", problem.name),
                estimate.value,
                estimate.error,
                truth[k],
            );
        }
    });
    count.report("careful");
}

#[test]
fn every_estimate_of_a_check_is_within_its_tolerance() {
    let mut count = Count::new();
    walk(|problem, x, truth| {
        let report = check::gradient(
            |at: &[f64]| (problem.value)(at),
            |at: &[f64]| problem.gradient(at),
        )
        .at(x);
        count.evaluations += report.evaluations();
        let json = report.to_json();
        for k in 0..x.len() {
            let number = |key: &str| json[key][k].as_f64().unwrap_or(f64::INFINITY);
            count.add(
                &format!("{} [{k}] at {x:?}", problem.name),
                number("truth"),
                number("bound"),
                truth[k],
            );
        }
    });
    count.report("check");
}
