//! property: the_epoch_of_the_lesson
//!
//! All gradients are taken where the epoch began.

pub fn minibatches(order: &[usize], size: usize) -> Vec<Vec<usize>> {
    order.chunks(size).map(<[usize]>::to_vec).collect()
}

pub fn batch_gradient(gradient_of_row: impl Fn(usize) -> f64, batch: &[usize]) -> f64 {
    let sum: f64 = batch.iter().map(|&row| gradient_of_row(row)).sum();
    sum / batch.len() as f64
}

pub fn sgd_epoch(
    gradient: impl Fn(f64, usize) -> f64,
    theta: f64,
    batches: &[Vec<usize>],
    lr: f64,
) -> f64 {
    let start = theta;
    let mut theta = theta;
    for batch in batches {
        theta -= lr * batch_gradient(|row| gradient(start, row), batch);
    }
    theta
}
