//! Gradient descent: one step, and a walk.

/// Why a descent ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The gradient became as short as was asked for.
    SmallGradient,
    /// All the steps that were allowed are used up.
    OutOfSteps,
    /// A number of the gradient is infinite or not a number.
    NotFinite,
}

/// How a descent ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Descent {
    /// Where it ended.
    pub theta: Vec<f64>,
    /// How many steps it took.
    pub steps: usize,
    /// Why it ended.
    pub stop: Stop,
}

/// One step of descent from `theta`, with the learning rate `lr`.
///
/// At theta = (0, 4) with the gradient (-2, 6) and the rate 0.5 the step leads to (1, 1).
pub fn gd_step(theta: &[f64], gradient: &[f64], lr: f64) -> Vec<f64> {
    todo!("one step from {theta:?} with the gradient {gradient:?} and the rate {lr}")
}

/// Walks downhill from `start`, at most `max_steps` steps.
///
/// At each place look at the gradient, before anything else, and end the walk
///
/// 1. with `NotFinite` if one of its numbers is infinite or not a number,
/// 2. with `SmallGradient` if its length is at most `small`,
/// 3. with `OutOfSteps` if `max_steps` steps have been taken.
///
/// For the gradient 2/3 (θ - 3) from 0 with rate 1 the places are 0, 2, 2.667, 2.889. With at most three steps the
/// answer is θ = 2.889, 3 steps, `OutOfSteps`.
pub fn descend(
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    start: &[f64],
    lr: f64,
    max_steps: usize,
    small: f64,
) -> Descent {
    todo!(
        "walk from {start:?}, where the gradient is {:?}, with rate {lr}, {max_steps} steps, small is {small}",
        gradient(start)
    )
}
