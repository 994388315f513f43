//! Backtracking: the numbers of the lesson, and what an accepted step must keep.

use armijo_step::armijo_step;
use pencilgrad::strategies::{Difference, example, halves, holds, nonzero_half, property, same};

/// A function and its gradient.
type Problem = (&'static str, fn(&[f64]) -> f64, fn(&[f64]) -> Vec<f64>);

const PROBLEMS: [Problem; 4] = [
    (
        "x² + y²",
        |x| x[0] * x[0] + x[1] * x[1],
        |x| vec![2.0 * x[0], 2.0 * x[1]],
    ),
    (
        "x² + 10y²",
        |x| x[0] * x[0] + 10.0 * x[1] * x[1],
        |x| vec![2.0 * x[0], 20.0 * x[1]],
    ),
    (
        "x⁴ + y²",
        |x| x[0].powi(4) + x[1] * x[1],
        |x| vec![4.0 * x[0].powi(3), 2.0 * x[1]],
    ),
    (
        "x² - y² + y⁴",
        |x| x[0] * x[0] - x[1] * x[1] + x[1].powi(4),
        |x| vec![2.0 * x[0], -2.0 * x[1] + 4.0 * x[1].powi(3)],
    ),
];

/// Where the step leads.
fn after(gradient: &[f64], x: &[f64], step: f64) -> Vec<f64> {
    x.iter().zip(gradient).map(|(x, g)| x - step * g).collect()
}

fn square(gradient: &[f64]) -> f64 {
    gradient.iter().map(|g| g * g).sum()
}

// The table of the task: six halvings, to 1/64.
#[test]
fn the_table_of_the_lesson() {
    example("For 50x² at x = 1 the step is 1/64 = 0.015625", || {
        let yours = armijo_step(|x| 50.0 * x[0] * x[0], |x| vec![100.0 * x[0]], &[1.0]);
        same("yours", yours, "the table", 0.015_625)
    })
    .assert();
}

// For ½x² the step 1 lands on the minimum. A search that starts at 1 must not throw that away.
#[test]
fn accepts_a_full_step() {
    property(
        "For ½‖x‖² the step is 1: it leads to the minimum",
        (halves(2), nonzero_half()),
        |(x, last)| {
            let place = [x[0], x[1], last];
            let yours = armijo_step(|x| 0.5 * square(x), |x| x.to_vec(), &place);
            same("your step", yours, "a full step", 1.0)
        },
    )
    .names(["x", "last"])
    .assert();
}

/// Tries something at a place on each of the problems.
fn on_each(
    x: &[f64],
    body: impl Fn(&Problem, &[f64], f64) -> Result<(), Difference>,
) -> Result<(), Difference> {
    PROBLEMS.iter().try_for_each(|problem| {
        let (_, f, gradient) = problem;
        body(problem, &gradient(x), armijo_step(f, gradient, x))
    })
}

// The reason to look at all: a step that was accepted never climbs, whatever the curvature.
#[test]
fn f_never_rises() {
    property("After the step f is not higher than before", halves(2), |x| {
        on_each(&x, |(name, f, _), gradient, step| {
            let (before, behind) = (f(&x), f(&after(gradient, &x, step)));
            let told = format!("for {name} with your step {step}\nf goes from {before} to {behind}, which is not higher");
            holds(told, behind <= before)
        })
    })
    .names(["(x, y)"])
    .assert();
}

// Not higher is not enough. On x² + y² the full step leads to the same height on the other side, again and again.
// So a step must fall by a tenth of what the slope promised. And the first one that does is the answer: twice the
// step must have failed.
#[test]
fn keeps_a_tenth_of_the_promise() {
    property(
        "The step is the first of 1, ½, ¼, … that keeps a tenth of the promise",
        halves(2),
        |x| {
            on_each(&x, |(name, f, _), gradient, step| {
                let most = |step: f64| f(&x) - 0.1 * step * square(gradient);
                let found = |step: f64| f(&after(gradient, &x, step));
                let (value, bound) = (found(step), most(step));
                let told = format!("for {name} your step {step}\nleads to {value:.4}, at most {bound:.4}");
                holds(told, value <= bound)?;
                let twice = 2.0 * step;
                let stationary = square(gradient) == 0.0;
                let told = format!("for {name} your step is {step}\nand the step {twice} before it does not keep a tenth");
                holds(told, stationary || step >= 1.0 || found(twice) > most(twice))
            })
        },
    )
    .names(["(x, y)"])
    .assert();
}

// Where the gradient is 0 there is nowhere to go, and nothing to search. Everywhere else some step pays.
#[test]
fn zero_only_at_stationary_points() {
    property(
        "The step is 0 where the gradient is 0, and positive elsewhere",
        (halves(2), 0..=2_i32),
        |(x, times)| {
            let x = [x[0] * f64::from(times), x[1] * f64::from(times)]; // a third of them at the origin
            on_each(&x, |(name, _, _), gradient, step| {
                let stationary = square(gradient) == 0.0;
                let told = format!("for {name} with the gradient {gradient:?}\nthe step is 0 only if the gradient is; yours is {step}");
                holds(told, (step == 0.0) == stationary && step >= 0.0)
            })
        },
    )
    .names(["(x, y)", "times"])
    .assert();
}
