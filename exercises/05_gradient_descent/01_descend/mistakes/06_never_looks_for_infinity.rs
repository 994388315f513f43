//! property: why_it_stopped
//!
//! A descent that ran away goes on to the last step.

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

pub fn gd_step(theta: &[f64], gradient: &[f64], lr: f64) -> Vec<f64> {
    theta
        .iter()
        .zip(gradient)
        .map(|(t, g)| t - lr * g)
        .collect()
}

pub fn descend(
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    start: &[f64],
    lr: f64,
    max_steps: usize,
    small: f64,
) -> Descent {
    let mut theta = start.to_vec();
    let mut steps = 0;
    loop {
        let g = gradient(&theta);
        let length = g.iter().map(|x| x * x).sum::<f64>().sqrt();
        let stop = if length <= small {
            Some(Stop::SmallGradient)
        } else if steps == max_steps {
            Some(Stop::OutOfSteps)
        } else {
            None
        };
        if let Some(stop) = stop {
            return Descent { theta, steps, stop };
        }
        theta = gd_step(&theta, &g, lr);
        steps += 1;
    }
}
