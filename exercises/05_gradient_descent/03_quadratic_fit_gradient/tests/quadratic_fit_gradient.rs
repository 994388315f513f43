//! A gradient over a batch: by nudging, and by what must not change it.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a planted mistake is an answer of its own"
)]

use pencilgrad::strategies::{Difference, example, halves};
use pencilgrad::strategies::{half, property, same, same_within};
use pencilgrad::{check, sample};
use quadratic_fit_gradient::Reduction::{Mean, Sum};
use quadratic_fit_gradient::{Reduction, quadratic_fit_gradient};

#[path = "../mistakes/03_factor_two.rs"]
mod factor_two;
#[path = "../mistakes/01_mean_forgotten.rs"]
mod mean_forgotten;
#[path = "../mistakes/04_miss_forgotten.rs"]
mod miss_forgotten;
#[path = "../mistakes/02_other_order.rs"]
mod other_order;

/// The samples of the lesson. They lie on y = 3x + 1.
const SAMPLES: [(f64, f64); 3] = [(-2.0, -5.0), (0.0, 1.0), (1.0, 4.0)];
/// Five samples that no parabola fits.
const OTHERS: [(f64, f64); 5] = [
    (-1.5, 2.0),
    (-0.5, 0.0),
    (0.5, -1.0),
    (1.0, 0.5),
    (2.0, 3.0),
];

// The table of the task, summed and as a mean: (31, -17, 7), and a third of it.
#[test]
fn the_practical_of_the_lesson() {
    for (name, reduction, expected) in [
        ("sum", Sum, [31.0, -17.0, 7.0]),
        ("mean", Mean, [31.0 / 3.0, -17.0 / 3.0, 7.0 / 3.0]),
    ] {
        example("The lesson's three samples at theta = (1, 1, 1)", || {
            let yours = quadratic_fit_gradient(&[1.0; 3], &SAMPLES, reduction);
            same(&format!("your {name}"), yours, "the table", expected)
        })
        .assert();
    }
}

/// The error whose gradient is asked for.
fn error(theta: &[f64; 3], reduction: Reduction) -> f64 {
    let sum: f64 = (OTHERS.iter())
        .map(|&(x, y)| 0.5 * (theta[0] * x * x + theta[1] * x + theta[2] - y).powi(2))
        .sum();
    match reduction {
        Sum => sum,
        Mean => sum / OTHERS.len() as f64,
    }
}

// Five samples and three parameters, so that the two counts cannot be mistaken for each other.
#[test]
fn agrees_with_nudging() {
    use factor_two::Reduction as Twice;
    use mean_forgotten::Reduction as Forgotten;
    use miss_forgotten::Reduction as Missless;
    use other_order::Reduction as Reordered;
    let points = || {
        sample::halves(3, 32, 53)
            .into_iter()
            .map(|t| [t[0], t[1], t[2]])
    };
    check::gradient(
        |theta: &[f64; 3]| error(theta, Mean),
        |theta| quadratic_fit_gradient(theta, &OTHERS, Mean),
    )
    .named("the gradient of the mean error of five samples")
    .names(["theta"])
    .batch(5)
    .suspect("mean-factor-missing", |theta: &[f64; 3]| {
        mean_forgotten::quadratic_fit_gradient(theta, &OTHERS, Forgotten::Mean)
    })
    .suspect("index-shifted", |theta: &[f64; 3]| {
        other_order::quadratic_fit_gradient(theta, &OTHERS, Reordered::Mean)
    })
    .suspect("factor-two", |theta: &[f64; 3]| {
        factor_two::quadratic_fit_gradient(theta, &OTHERS, Twice::Mean)
    })
    .suspect("only-inner-derivative", |theta: &[f64; 3]| {
        miss_forgotten::quadratic_fit_gradient(theta, &OTHERS, Missless::Mean)
    })
    .at_each(points())
    .assert();
    check::gradient(
        |theta: &[f64; 3]| error(theta, Sum),
        |theta| quadratic_fit_gradient(theta, &OTHERS, Sum),
    )
    .named("the gradient of the summed error of five samples")
    .names(["theta"])
    .batch(5)
    .at_each(points())
    .assert();
}

// The samples have no order. And a mean does not mind if every sample is there twice; a sum doubles.
#[test]
fn order_and_copies() {
    let answers = |theta: &[f64; 3], samples: &[(f64, f64)], reduction| {
        quadratic_fit_gradient(theta, samples, reduction)
    };
    let unchanged = |theta: &[f64; 3], samples: &[(f64, f64)]| -> Result<(), Difference> {
        let mut reversed = samples.to_vec();
        reversed.reverse();
        let twice = [samples, samples].concat();
        let mean = answers(theta, samples, Mean);
        same(
            "your mean, samples reversed,",
            answers(theta, &reversed, Mean),
            "your mean",
            mean,
        )?;
        same(
            "your mean with every sample twice",
            answers(theta, &twice, Mean),
            "your mean",
            mean,
        )?;
        let doubled = answers(theta, samples, Sum).map(|entry| 2.0 * entry);
        same(
            "your sum with every sample twice",
            answers(theta, &twice, Sum),
            "twice your sum",
            doubled,
        )
    };
    property(
        "The order of the samples changes nothing, a copy of each only the sum",
        ([half(), half(), half()], halves(4)),
        |(theta, y)| {
            unchanged(
                &theta,
                &[(-1.0, y[0]), (0.5, y[1]), (1.0, y[2]), (2.0, y[3])],
            )
        },
    )
    .names(["theta", "y"])
    .assert();
}

// A large batch can be done in parts, one after the other or on several machines: the sums of the parts add up.
#[test]
fn halves_add_up() {
    property(
        "The sums over two parts of the samples add up to the sum over all",
        ([half(), half(), half()], 1..=4_usize),
        |(theta, cut)| {
            let (first, second) = OTHERS.split_at(cut);
            let sum = |samples: &[(f64, f64)]| quadratic_fit_gradient(&theta, samples, Sum);
            let (a, b) = (sum(first), sum(second));
            let added = [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
            same(
                "your sums of the two parts, added,",
                added,
                "your sum over all",
                sum(&OTHERS),
            )
        },
    )
    .names(["theta", "first part"])
    .assert();
}

// What it is all for. With the rate 0.25 three hundred steps lead to the line that the samples lie on.
#[test]
fn descent_arrives() {
    example(
        "Descent with your mean gradient and rate 0.25 finds y = 3x + 1",
        || {
            let mut theta = [1.0; 3];
            for _ in 0..300 {
                let gradient = quadratic_fit_gradient(&theta, &SAMPLES, Mean);
                theta = [0, 1, 2].map(|i| theta[i] - 0.25 * gradient[i]);
            }
            same_within(
                "theta after 300 steps",
                theta,
                "the best theta",
                [0.0, 3.0, 1.0],
                1e-6,
            )
        },
    )
    .assert();
}
