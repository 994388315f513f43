//! Batches: nothing is lost, nothing is doubled, and every step starts where the last one ended.

use minibatches::{batch_gradient, minibatches, sgd_epoch};
use pencilgrad::strategies::{Difference, example, half, halves, holds, property, same};
use pencilgrad::strategies::{positive_half, same_within};

/// The rows 0 to n - 1 in an order that is neither up nor down: steps of 7 around a circle of 11.
fn shuffled(n: usize) -> Vec<usize> {
    (0..11).map(|k| 7 * k % 11).filter(|&row| row < n).collect()
}

// An epoch sees every row exactly once. A row that is lost never teaches anything, a row that comes twice counts
// double. And the order is the one that was given: somebody shuffled it on purpose.
#[test]
fn every_row_once() {
    property(
        "The batches are the given order, cut into pieces of the size that was asked for",
        (1..=11_usize, 1..=12_usize),
        |(rows, size)| {
            let order = shuffled(rows);
            let batches = minibatches(&order, size);
            let told = |what: &str| format!("{what}\nyou cut {order:?} into {batches:?}");
            holds(
                told("every row comes once, in the given order"),
                batches.concat() == order,
            )?;
            let (last, full) = batches.split_last().expect("rows give batches");
            holds(
                told(&format!("all batches but the last have {size} rows")),
                full.iter().all(|b| b.len() == size),
            )?;
            holds(
                told(&format!("the last has 1 to {size} rows")),
                (1..=size).contains(&last.len()),
            )
        },
    )
    .names(["rows", "size"])
    .assert();
}

// Each batch tells its own story. Weighed by their numbers of rows, the stories average to the truth. Without the
// weights the rows of a small batch would count for more.
#[test]
fn batches_average_to_the_whole() {
    property(
        "The batch gradients, weighed by their rows, average to the gradient of all rows",
        (halves(7), 1..=7_usize),
        |(rows, size)| {
            let order = shuffled(7);
            let weighed = order
                .chunks(size)
                .map(|batch| batch.len() as f64 * batch_gradient(|row| rows[row], batch) / 7.0);
            let mean = rows.iter().sum::<f64>() / 7.0;
            let average: f64 = weighed.sum();
            same_within(
                "with your batch gradients it",
                average,
                "the mean of all rows",
                mean,
                1e-12,
            ) // rounding of sums
        },
    )
    .names(["gradients", "size"])
    .assert();
}

/// The gradients of the lesson's samples (-1, 3), (0, 0), (1, 3).
fn fit(theta: f64, row: usize) -> f64 {
    [theta - 3.0, 0.0, theta - 3.0][row]
}

// 0, 1.5, 1.5, 2.25: the last gradient is taken where the first step has led. The other batches can be checked with
// a pencil in the same way.
#[test]
fn the_epoch_of_the_lesson() {
    let ends = |name: &str, batches: &[Vec<usize>], end: f64| -> Result<(), Difference> {
        let name = format!("{name}, your theta");
        same(&name, sgd_epoch(fit, 0.0, batches, 0.5), "by hand it", end)
    };
    example("The lesson's samples, from theta = 0 with rate 0.5", || {
        ends("in batches of one", &[vec![0], vec![1], vec![2]], 2.25)?;
        ends("in batches of two and one", &[vec![0, 1], vec![2]], 1.875)?;
        ends("in a single batch", &[vec![0, 1, 2]], 1.0)?;
        ends("without any batch", &[], 0.0)
    })
    .assert();
}

// With all rows in one batch an epoch is one step of plain descent, along the mean.
#[test]
fn one_batch_is_one_step() {
    property(
        "With a single batch, an epoch is one step along the mean gradient",
        (half(), halves(5), positive_half()),
        |(theta, targets, lr)| {
            let gradient = |theta: f64, row: usize| theta - targets[row];
            let mean = theta - targets.iter().sum::<f64>() / 5.0;
            let yours = sgd_epoch(gradient, theta, &[vec![3, 0, 4, 1, 2]], lr);
            same(
                "your theta after the epoch",
                yours,
                "after one step",
                theta - lr * mean,
            )
        },
    )
    .names(["theta", "targets", "lr"])
    .assert();
}
