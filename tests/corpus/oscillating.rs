//! Waves, fast and slow, and sums of them.

use super::{Problem, problem, sum};
use num_dual::DualNum;
use std::f64::consts::PI;

#[rustfmt::skip]
pub(crate) fn problems() -> Vec<Problem> {
    let mut problems: Vec<Problem> = [3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0]
        .into_iter()
        .map(|wave| problem!(format!("sin {wave}x"), [[0.7], [2.3]], |x| (x[0] * wave).sin()))
        .collect();
    for period in [4e-3, 1.29e-3, 4.16e-4, 1e-2] {
        let wave = 2.0 * PI / period;
        problems.push(problem!(format!("a wave of period {period}"), [[0.31]], |x| (x[0] * wave).sin() * period + x[0]));
    }
    problems.extend([
        problem!("chirp", [[1.5], [4.0]], |x| (x[0] * x[0] * 10.0).sin()),
        problem!("damped wave", [[0.5], [3.0]], |x| (-x[0] * 0.5).exp() * (x[0] * 20.0).cos()),
        problem!("beats", [[0.7]], |x| (x[0] * 50.0).sin() + (x[0] * 51.0).sin()),
        problem!("weierstrass, 6 terms", [[0.3]], |x| sum((0..6).map(|k| (x[0] * 3.0_f64.powi(k) * PI).cos() * 0.5_f64.powi(k)))),
        problem!("square wave, 8 terms", [[0.4]], |x| sum((0..8).map(|k| (x[0] * f64::from(2 * k + 1)).sin() / f64::from(2 * k + 1)))),
        problem!("sin(1/x)", [[0.1], [0.02]], |x| x[0].recip().sin()),
        problem!("x² sin(1/x)", [[0.05]], |x| x[0] * x[0] * x[0].recip().sin()),
        problem!("sin 20x cos 30y", [[0.4, 0.9]], |x| (x[0] * 20.0).sin() * (x[1] * 30.0).cos()),
        problem!("plane wave in 5", [[0.4, 0.9, -0.3, 0.2, 0.8]], |x| sum(x.iter().enumerate().map(|(k, v)| *v * (10.0 + 3.0 * k as f64))).sin()),
        problem!("Rastrigin, 4", [[0.4, -0.9, 1.3, 2.2]], |x| sum(x.iter().map(|v| *v * *v - (*v * 2.0 * PI).cos() * 10.0 + 10.0))),
        problem!("Griewank, 3", [[5.0, -3.0, 8.0]], |x| sum(x.iter().map(|v| *v * *v / 4000.0)) - x[0].cos() * (x[1] / 2.0_f64.sqrt()).cos() * (x[2] / 3.0_f64.sqrt()).cos() + 1.0),
        problem!("Ackley, 3", [[0.5, -1.3, 0.8]], |x| -((sum(x.iter().map(|v| *v * *v)) / 3.0).sqrt() * -0.2).exp() * 20.0 - (sum(x.iter().map(|v| (*v * 2.0 * PI).cos())) / 3.0).exp() + 20.0),
        problem!("Levy, 1", [[2.3]], |x| ((x[0] + 3.0) * 0.25 * PI).sin().powi(2) + ((x[0] - 1.0) * 0.25).powi(2)),
        problem!("Schaffer", [[0.7, 1.9]], |x| ((x[0] * x[0] - x[1] * x[1]).sin().powi(2) - 0.5) / ((x[0] * x[0] + x[1] * x[1]) * 0.001 + 1.0).powi(2) + 0.5),
        problem!("drop wave", [[0.7, 0.4]], |x| -(((x[0] * x[0] + x[1] * x[1]).sqrt() * 12.0).cos() + 1.0) / ((x[0] * x[0] + x[1] * x[1]) * 0.5 + 2.0)),
        problem!("Shubert", [[0.7, 0.4]], |x| sum((1..6).map(|k| (x[0] * f64::from(k + 1) + f64::from(k)).cos() * f64::from(k))) * sum((1..6).map(|k| (x[1] * f64::from(k + 1) + f64::from(k)).cos() * f64::from(k)))),
        problem!("a pendulum's phase", [[0.3, 9.0]], |x| (x[0] * x[1]).cos() * (x[0].sin() * x[1]).exp()),
        problem!("a spiral", [[1.3, 0.6]], |x| (x[0] * x[0] + x[1] * x[1]).ln() * ((x[1] / x[0]).atan() * 5.0).sin()),
    ]);
    problems
}
