//! property: every_row_once
//!
//! Neighbouring batches share rows.

pub fn minibatches(order: &[usize], size: usize) -> Vec<Vec<usize>> {
    let size = size.min(order.len());
    order.windows(size).map(<[usize]>::to_vec).collect()
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
    let mut theta = theta;
    for batch in batches {
        theta -= lr * batch_gradient(|row| gradient(theta, row), batch);
    }
    theta
}
