//! Batches, and an epoch of stochastic gradient descent.
//!
//! With m rows in batches B of any sizes, at one θ:
//!
//! ```text
//! (1/m) Σ_B |B| · mean over B = (1/m) Σ_B Σ_{row in B} gradient = mean over all rows
//! ```
//!
//! So the batch means, weighed by their sizes, average to the full gradient. During an epoch θ moves, and this holds
//! only approximately.
//!
//! To discuss: many programs drop the last batch if it is smaller. What speaks for it, and what would happen to the
//! rows at the end if the order were not shuffled anew for each epoch?

/// Cuts the rows into batches; the last one may be smaller.
pub fn minibatches(order: &[usize], size: usize) -> Vec<Vec<usize>> {
    order.chunks(size).map(<[usize]>::to_vec).collect()
}

/// The mean of the gradients of the rows of a batch.
pub fn batch_gradient(gradient_of_row: impl Fn(usize) -> f64, batch: &[usize]) -> f64 {
    let sum: f64 = batch.iter().map(|&row| gradient_of_row(row)).sum();
    sum / batch.len() as f64
}

/// Where theta is after one step for each batch.
pub fn sgd_epoch(
    gradient: impl Fn(f64, usize) -> f64,
    theta: f64,
    batches: &[Vec<usize>],
    lr: f64,
) -> f64 {
    let mut theta = theta;
    for batch in batches {
        theta -= lr * batch_gradient(|row| gradient(theta, row), batch);
    }
    theta
}
