//! property: the_running_example

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

pub fn gd_step(theta: &[f64], _gradient: &[f64], _lr: f64) -> Vec<f64> {
    theta.to_vec()
}

pub fn descend(
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    start: &[f64],
    lr: f64,
    max_steps: usize,
    small: f64,
) -> Descent {
    let _ = (gradient(start), lr, max_steps, small);
    Descent {
        theta: start.to_vec(),
        steps: 0,
        stop: Stop::OutOfSteps,
    }
}
