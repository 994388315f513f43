//! The running example of the lesson: find θ so that θx² fits the samples.

/// How fast the error changes with theta. The error is the mean over the samples (x, y) of ½(θx² - y)².
///
/// For the samples (-1, 3), (0, 0), (1, 3) at θ = 0 the samples contribute -3, 0 and -3. The answer is their mean, -2.
pub fn gradient(theta: f64, samples: &[(f64, f64)]) -> f64 {
    todo!("the slope of the error at theta = {theta}, with the samples {samples:?}")
}

/// The values of theta on a descent with learning rate `lr`: `start`, and one for each of the `steps` steps.
///
/// With the samples above, from 0 with the rate 1 and three steps: 0, 2, 2.667, 2.889.
pub fn fit_theta(samples: &[(f64, f64)], start: f64, lr: f64, steps: usize) -> Vec<f64> {
    todo!("{steps} steps from theta = {start} with rate {lr}, for the samples {samples:?}")
}
