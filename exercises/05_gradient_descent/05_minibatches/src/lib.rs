//! Stochastic gradient descent: a step after each batch.

/// Cuts the rows, in the `order` they come, into batches of `size` rows. The last batch may have fewer.
///
/// The order 4, 0, 3, 1, 2 in batches of 2 gives `[4, 0]`, `[3, 1]`, `[2]`. The size is at least 1.
pub fn minibatches(order: &[usize], size: usize) -> Vec<Vec<usize>> {
    todo!("batches of {size} rows out of {order:?}")
}

/// The gradient of a batch: the mean of the gradients of its rows. A batch has at least one row.
pub fn batch_gradient(gradient_of_row: impl Fn(usize) -> f64, batch: &[usize]) -> f64 {
    todo!(
        "the mean gradient of the rows {batch:?}, the first has {}",
        gradient_of_row(batch[0])
    )
}

/// Where theta is after one epoch: one step of descent with learning rate `lr` for each batch, in their order.
///
/// `gradient(theta, row)` is the gradient of one row at theta.
///
/// In the lesson the rows have the gradients θ - 3, 0 and θ - 3. In batches of one, from 0 with rate 0.5, theta goes
/// to 1.5, stays there, and goes to 2.25.
pub fn sgd_epoch(
    gradient: impl Fn(f64, usize) -> f64,
    theta: f64,
    batches: &[Vec<usize>],
    lr: f64,
) -> f64 {
    let first = batches.first().map(|batch| gradient(theta, batch[0]));
    todo!(
        "one epoch from theta = {theta} with rate {lr} and {batches:?}; the first row has {first:?}"
    )
}
