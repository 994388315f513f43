//! Badly scaled functions and functions on a large offset.

use super::{Problem, fixed, problem, squares, sum};
use num_dual::DualNum;

pub(crate) fn problems() -> Vec<Problem> {
    let mut problems = Vec::new();
    for power in [-12, -8, -4, 4, 8, 12] {
        let scale = 10.0_f64.powi(power);
        problems.push(problem!(
            format!("1e{power} × (x² y + sin y)"),
            [[1.5, 0.7], [-0.4, 2.0]],
            |x| (x[0] * x[0] * x[1] + x[1].sin()) * scale
        ));
        problems.push(problem!(
            format!("exp(x / 1e{power})"),
            [[0.7 * scale], [-1.3 * scale]],
            |x| (x[0] / scale).exp()
        ));
        problems.push(problem!(
            format!("(x − 1e{power})²"),
            [[1.5 * scale], [-0.3 * scale]],
            |x| (x[0] - scale).powi(2)
        ));
    }
    for power in [-9, -6, -3] {
        let at = 10.0_f64.powi(power);
        problems.push(problem!(format!("ln x at 1e{power}"), [[at]], |x| x[0].ln()));
        problems.push(problem!(format!("√x at 1e{power}"), [[at]], |x| x[0].sqrt()));
        problems.push(problem!(format!("1/x at 1e{power}"), [[at]], |x| x[0].recip()));
    }
    for power in [1, 3, 5, 7] {
        let offset = 10.0_f64.powi(power);
        problems.push(problem!(
            format!("1e{power} + x² + y³"),
            [[1.5, 0.7]],
            |x| x[0] * x[0] + x[1].powi(3) + offset
        ));
        problems.push(problem!(
            format!("−1e{power} + sum of exp"),
            [[0.1, 0.2, -0.3]],
            |x| sum(x.iter().map(|v| v.exp())) - offset
        ));
    }
    problems.extend(mixed());
    problems
}

#[rustfmt::skip]
fn mixed() -> Vec<Problem> {
    let weights = fixed(12, -6.0, 6.0, 3);
    let targets = fixed(12, -1.0, 1.0, 4);
    let (dual_weights, dual_targets) = (weights.clone(), targets.clone());
    let spread = Problem {
        name: "squares with weights from 1e-6 to 1e6".to_string(),
        family: "scaled",
        value: Box::new(move |x| squares((0..12).map(|i| (x[i] - targets[i]) * 10.0_f64.powf(weights[i] / 2.0)))),
        dual: Box::new(move |x| squares((0..12).map(|i| (x[i] - dual_targets[i]) * 10.0_f64.powf(dual_weights[i] / 2.0)))),
        points: vec![vec![0.5; 12], fixed(12, -2.0, 2.0, 5)],
    };
    vec![
        spread,
        problem!("Powell badly scaled", [[0.5, 1.0], [0.01, 9.0]], |x| squares([x[0] * x[1] * 1e4 - 1.0, (-x[0]).exp() + (-x[1]).exp() - 1.0001])),
        problem!("Brown badly scaled", [[1.0, 1.0], [9e5, 1.0]], |x| squares([x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2.0])),
        problem!("quadratic, condition 1e10", [[1.0, 1.0, 1.0]], |x| x[0].powi(2) * 1e-5 + x[1].powi(2) + x[2].powi(2) * 1e5),
        problem!("1e6 x + 1e-3 y", [[1.0, 1.0]], |x| (x[0] * 1e6).sin() * 1e-3 + x[1] * 1e-3),
        problem!("difference of squares", [[1000.001, 1000.0]], |x| x[0] * x[0] - x[1] * x[1]),
        problem!("small difference of exponentials", [[1.0, 1.000001]], |x| x[1].exp() - x[0].exp()),
        problem!("gravity", [[6.4e6, 6e24]], |x| x[1] * 6.67e-11 / (x[0] * x[0])),
        problem!("Arrhenius", [[300.0, 5e4]], |x| (-x[1] / (x[0] * 8.314)).exp() * 1e13),
        problem!("decibels", [[1e-12, 3e-5]], |x| (x[1] / x[0]).log10() * 10.0),
        problem!("Coulomb", [[1.6e-19, 5e-11]], |x| x[0] * x[0] * 8.99e9 / x[1]),
        problem!("product of ten", [fixed(10, 0.1, 10.0, 6)], |x| x.iter().skip(1).fold(x[0], |p, v| p * v)),
        problem!("x at 1e8", [[1e8]], |x| (x[0] * 1e-8).sin() + x[0] * 1e-9),
        problem!("sin at 1e4", [[1e4]], |x| x[0].sin()),
        problem!("tiny and huge", [[1e-8, 1e8]], |x| x[0] * x[1] + (x[0] * 1e8).exp() + (x[1] * 1e-8).ln()),
    ]
}
