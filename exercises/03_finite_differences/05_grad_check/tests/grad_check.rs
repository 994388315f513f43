//! A check is tested by what it lets through. Here it meets right answers, wrong ones, and points without an
//! answer.

use grad_check::grad_check;
use pencilgrad::strategies::{example, half, holds, nonzero_half, property, same};

/// A function and a claim about its derivative.
type Claim = (&'static str, fn(f64) -> f64, fn(f64) -> f64);

const POINTS: [f64; 7] = [-2.5, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0];

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

const RIGHT: [Claim; 7] = [
    ("x²", |x| x * x, |x| 2.0 * x),
    ("cos x", f64::cos, |x| -x.sin()),
    ("5x + 3", |x| 5.0 * x + 3.0, |_| 5.0),
    ("the constant 7", |_| 7.0, |_| 0.0),
    ("x³ - 3x", |x| x.powi(3) - 3.0 * x, |x| 3.0 * x * x - 3.0),
    ("σ(x)", sigmoid, |x| sigmoid(x) * sigmoid(-x)),
    (
        "x² sin x",
        |x| x * x * x.sin(),
        |x| 2.0 * x * x.sin() + x * x * x.cos(),
    ),
];

// A check that cries wolf is soon ignored. These claims are right, also where the derivative is zero: x² and
// cos x at 0, x³ - 3x at 1 and -1, the constant everywhere. Zero over zero is the trap.
#[test]
fn right_derivatives_agree() {
    for (name, f, claim) in RIGHT {
        example(&format!("The right derivative of {name} agrees"), || {
            let report = grad_check(f, claim, &POINTS);
            let told = format!(
                "nothing is skipped or called wrong
you return {report:?}"
            );
            holds(told, report.agrees && report.kinks.is_empty())
        })
        .assert();
    }
}

const MUTANTS: [Claim; 8] = [
    ("x², claimed twice", |x| x * x, |x| 4.0 * x),
    ("x², claimed half", |x| x * x, |x| x),
    ("cos x, claimed with the wrong sign", f64::cos, f64::sin),
    (
        "x² sin x, one of two terms",
        |x| x * x * x.sin(),
        |x| 2.0 * x * x.sin(),
    ),
    ("σ(x), the derivative taken at the output", sigmoid, |x| {
        let a = sigmoid(x);
        sigmoid(a) * sigmoid(-a)
    }),
    (
        "x³ - 3x, its second term missing",
        |x| x.powi(3) - 3.0 * x,
        |x| 3.0 * x * x,
    ),
    ("5x + 3, its constant kept", |x| 5.0 * x + 3.0, |_| 8.0),
    ("eˣ, a thousandth too large", f64::exp, |x| 1.001 * x.exp()),
];

// Eight mistakes that learners make, or that a tired engineer makes. A check is as good as the mistakes it finds:
// with a tolerance of 0.5 the first two would pass.
#[test]
fn eight_mutants_are_rejected() {
    for (name, f, claim) in MUTANTS {
        example(&format!("A wrong claim is found out: {name}"), || {
            let report = grad_check(f, claim, &POINTS);
            holds(
                format!(
                    "it is called wrong
you return {report:?}"
                ),
                !report.agrees,
            )
        })
        .assert();
    }
}

// The same function in other units. A tolerance like 1e-6, not compared with anything, finds every claim about
// the small function right and every claim about the large one wrong.
#[test]
fn size_does_not_matter() {
    property(
        "The verdict on c sin x is the same for every size of c",
        (nonzero_half(), -12_i32..=12),
        |(c, power)| {
            let c = c * 10_f64.powi(power);
            let f = |x: f64| c * x.sin();
            let right = grad_check(f, |x| c * x.cos(), &POINTS);
            let wrong = grad_check(f, |x| 2.0 * c * x.cos(), &POINTS);
            let told = |what: &str| format!("for c = {c:e} {what}");
            holds(told("the right derivative agrees"), right.agrees)?;
            holds(told("twice the derivative is called wrong"), !wrong.agrees)
        },
    )
    .names(["c", "power"])
    .assert();
}

// A verdict without a place is half a message. The claim is wrong at one point only, as if one branch of an `if`
// had been forgotten.
#[test]
fn worst_is_where_the_mistake_is() {
    property(
        "The worst point is the one where the claim is wrong",
        (0_usize..POINTS.len(), half()),
        |(place, shift)| {
            let points = POINTS.map(|x| x + shift);
            let claim = |x: f64| x.cos() + if x == points[place] { 0.25 } else { 0.0 };
            let report = grad_check(f64::sin, claim, &points);
            holds(
                format!(
                    "it is called wrong
you return {report:?}"
                ),
                !report.agrees,
            )?;
            let yours = report.worst.map_or(f64::NAN, |index| index as f64);
            same(
                "your index",
                yours,
                "the claim is wrong at index",
                place as f64,
            )
        },
    )
    .names(["place", "shift"])
    .assert();
}

// max(x, 0) and |x - 1| have no derivative at their kinks, and whatever a claim says there is not wrong. A check
// skips the point, says so, and judges the others.
#[test]
fn kinks_are_skipped() {
    let relu = |x: f64| x.max(0.0);
    let step = |x: f64| if x > 0.0 { 1.0 } else { 0.0 };
    let report = |name: &str, report: grad_check::Report, agrees: bool, kinks: &[usize]| {
        let told = format!(
            "for {name} agrees is {agrees} and kinks is {kinks:?}
you return {report:?}"
        );
        holds(told, report.agrees == agrees && report.kinks == kinks)
    };
    example("Kinks are skipped, and only kinks", || {
        report("max(x, 0)", grad_check(relu, step, &POINTS), true, &[3])?;
        let tilted = |x: f64| (x - 1.0).abs() + 2.0 * x;
        let slope = |x: f64| if x > 1.0 { 3.0 } else { 1.0 };
        report(
            "|x - 1| + 2x",
            grad_check(tilted, slope, &POINTS),
            true,
            &[5],
        )?;
        let twice = |x: f64| 2.0 * step(x);
        report(
            "max(x, 0), claimed twice,",
            grad_check(relu, twice, &POINTS),
            false,
            &[3],
        )?;
        let alone = grad_check(relu, step, &[0.0]);
        let told = format!(
            "with the kink as the only point, worst is None
you return {alone:?}"
        );
        holds(told, alone.worst.is_none())
    })
    .assert();
}
