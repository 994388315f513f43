//! Corpus A: no right gradient rejected, no wrong one accepted beyond the stated sensitivity.

mod corpus;

use corpus::Problem;
use pencilgrad::check::{self, Report, Verdict};
use pencilgrad::sample::Stream;

type Mutator = fn(&[f64], &[f64], &mut Stream) -> Vec<f64>;

fn scaled(g: &[f64], by: f64) -> Vec<f64> {
    g.iter().map(|v| by * v).collect()
}

fn one(g: &[f64], random: &mut Stream, change: impl Fn(f64) -> f64) -> Vec<f64> {
    let mut mutant = g.to_vec();
    let k = random.below(g.len());
    mutant[k] = change(g[k]);
    mutant
}

fn largest(g: &[f64]) -> f64 {
    g.iter().fold(0.0, |top, v| v.abs().max(top))
}

/// Twenty ways to get a gradient wrong; some leave some gradients as they were.
#[rustfmt::skip]
const MUTATORS: [(&str, Mutator); 20] = [
    ("doubled", |g, _, _| scaled(g, 2.0)),
    ("halved", |g, _, _| scaled(g, 0.5)),
    ("negated", |g, _, _| scaled(g, -1.0)),
    ("1 % too large", |g, _, _| scaled(g, 1.01)),
    ("0.05 % too large", |g, _, _| scaled(g, 1.0005)),
    ("1e-5 too small", |g, _, _| scaled(g, 1.0 - 1e-5)),
    ("zero", |g, _, _| scaled(g, 0.0)),
    ("one dropped", |g, _, r| one(g, r, |_| 0.0)),
    ("one flipped", |g, _, r| one(g, r, |v| -v)),
    ("one 1e-3 off", |g, _, r| one(g, r, |v| v * 1.001)),
    ("one 1e-5 off", |g, _, r| one(g, r, |v| v * (1.0 + 1e-5))),
    ("one off by 1e-4 of the largest", |g, _, r| { let top = largest(g); one(g, r, |v| v + 1e-4 * top) }),
    ("one off by 1e-6 of the largest", |g, _, r| { let top = largest(g); one(g, r, |v| v + 1e-6 * top) }),
    ("first and last swapped", |g, _, _| { let mut m = g.to_vec(); m.swap(0, g.len() - 1); m }),
    ("shifted", |g, _, _| { let mut m = g.to_vec(); m.rotate_left(1); m }),
    ("reversed", |g, _, _| g.iter().rev().copied().collect()),
    ("a penalty added", |g, x, _| g.iter().zip(x).map(|(g, x)| g + 0.01 * x).collect()),
    ("times the point", |g, x, _| g.iter().zip(x).map(|(g, x)| g * x).collect()),
    ("the first everywhere", |g, _, _| vec![g[0]; g.len()]),
    ("a constant added", |g, _, _| { let top = largest(g).max(1e-3); g.iter().map(|v| v + 1e-2 * top).collect() }),
];

fn check(problem: &Problem, claim: &[f64], x: &[f64]) -> Report {
    let x = x.to_vec();
    // The claim moves with the point as the true gradient does, so that its own rounding can be measured.
    let here = problem.gradient(&x);
    let off: Vec<f64> = claim.iter().zip(&here).map(|(c, g)| c - g).collect();
    let claimed = |at: &[f64]| -> Vec<f64> {
        if at == x {
            claim.to_vec()
        } else {
            problem
                .gradient(at)
                .iter()
                .zip(&off)
                .map(|(g, o)| g + o)
                .collect()
        }
    };
    check::gradient(|at: &[f64]| (problem.value)(at), claimed).at(&x)
}

/// The largest error that was let through, against what the report says would have been seen.
fn beyond_sensitivity(report: &Report, claim: &[f64], truth: &[f64]) -> bool {
    let (Verdict::Agrees { sensitivity } | Verdict::AgreesWeakly { sensitivity }) =
        report.verdict()
    else {
        return false;
    };
    claim
        .iter()
        .zip(truth)
        .any(|(c, t)| (c - t).abs() > *sensitivity)
}

#[derive(Default)]
struct Count {
    right: usize,
    rejected: Vec<String>,
    undecided: Vec<String>,
    weak: usize,
    wrong: usize,
    caught: usize,
    abstained: usize,
    accepted: Vec<String>,
    evaluations: usize,
    coordinates: usize,
}

impl Count {
    fn right_one(&mut self, problem: &Problem, x: &[f64], truth: &[f64]) {
        let report = check(problem, truth, x);
        self.right += 1;
        self.evaluations += report.evaluations();
        self.coordinates += x.len();
        let what = format!("{}: {} at {x:?}: {report}", problem.family, problem.name);
        match report.verdict() {
            Verdict::Agrees { .. } => {}
            Verdict::AgreesWeakly { .. } => self.weak += 1,
            Verdict::Undecided(_) => self.undecided.push(what),
            _ => self.rejected.push(what),
        }
    }

    fn wrong_ones(&mut self, problem: &Problem, x: &[f64], truth: &[f64], random: &mut Stream) {
        for (name, mutate) in MUTATORS {
            let mutant = mutate(truth, x, random);
            if mutant == truth {
                continue;
            }
            let report = check(problem, &mutant, x);
            self.wrong += 1;
            self.caught += usize::from(*report.verdict() == Verdict::Disagrees);
            self.abstained += usize::from(matches!(report.verdict(), Verdict::Undecided(_)));
            if beyond_sensitivity(&report, &mutant, truth) {
                self.accepted
                    .push(format!("{}, {name}, at {x:?}: {report}", problem.name));
            }
        }
    }
}

#[test]
fn nothing_right_is_rejected_and_nothing_wrong_accepted() {
    let problems = corpus::all();
    let mut count = Count::default();
    let mut random = Stream::new(1, "mutants");
    for problem in &problems {
        for x in &problem.points {
            let truth = problem.gradient(x);
            assert!(
                truth.iter().all(|g| g.is_finite()),
                "{} at {x:?}: {truth:?}",
                problem.name
            );
            count.right_one(problem, x, &truth);
            count.wrong_ones(problem, x, &truth, &mut random);
        }
    }
    println!(
        "{} functions, {} right gradients: {} rejected, {} undecided, {} weak; {:.1} evaluations a coordinate\n\
         {} wrong gradients: {} caught, {} undecided, {} accepted below the sensitivity, {} beyond it",
        problems.len(),
        count.right,
        count.rejected.len(),
        count.undecided.len(),
        count.weak,
        count.evaluations as f64 / count.coordinates as f64,
        count.wrong,
        count.caught,
        count.abstained,
        count.wrong - count.caught - count.abstained - count.accepted.len(),
        count.accepted.len(),
    );
    println!("undecided:\n{}", count.undecided.join("\n"));
    assert!(problems.len() >= 200);
    assert!(
        count.rejected.is_empty(),
        "rejected:\n{}",
        count.rejected.join("\n")
    );
    assert!(
        count.accepted.is_empty(),
        "accepted:\n{}",
        count.accepted.join("\n")
    );
    assert!(
        100 * count.undecided.len() < count.right,
        "too many undecided"
    );
}
