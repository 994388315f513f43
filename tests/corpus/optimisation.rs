//! Functions that optimisers are tested on (Moré, Garbow and Hillstrom 1981, and the usual two-dimensional ones).

use super::{Number, Problem, fixed, problem, squares, sum};
use num_dual::DualNum;
use std::f64::consts::PI;

#[rustfmt::skip]
pub(crate) fn problems() -> Vec<Problem> {
    let start = |n: usize| fixed(n, -1.5, 1.5, 81);
    vec![
        problem!("Rosenbrock", [[-1.2, 1.0], [0.5, 0.5]], |x| rosenbrock(x)),
        problem!("Rosenbrock, 10", [start(10)], |x| rosenbrock(x)),
        problem!("Himmelblau", [[0.5, -1.0]], |x| squares([x[0] * x[0] + x[1] - 11.0, x[0] + x[1] * x[1] - 7.0])),
        problem!("Beale", [[1.0, 1.0]], |x| squares([x[0] * (-x[1] + 1.0) - 1.5, x[0] * (-x[1] * x[1] + 1.0) - 2.25, x[0] * (-x[1].powi(3) + 1.0) - 2.625])),
        problem!("Booth", [[0.5, -1.0]], |x| squares([x[0] + x[1] * 2.0 - 7.0, x[0] * 2.0 + x[1] - 5.0])),
        problem!("Matyas", [[0.5, -1.0]], |x| (x[0] * x[0] + x[1] * x[1]) * 0.26 - x[0] * x[1] * 0.48),
        problem!("Goldstein and Price", [[0.5, -0.3]], |x| goldstein_price(x[0], x[1])),
        problem!("Branin", [[2.5, 7.5]], |x| (x[1] - x[0] * x[0] * 0.129185 + x[0] * 1.591549 - 6.0).powi(2) + x[0].cos() * 9.602113 + 10.0),
        problem!("six-hump camel", [[0.5, -0.3]], |x| (x[0] * x[0] * (x[0].powi(4) / 3.0 - x[0] * x[0] * 2.1 + 4.0)) + x[0] * x[1] + (x[1] * x[1] * 4.0 - 4.0) * x[1] * x[1]),
        problem!("three-hump camel", [[0.5, -0.3]], |x| x[0] * x[0] * 2.0 - x[0].powi(4) * 1.05 + x[0].powi(6) / 6.0 + x[0] * x[1] + x[1] * x[1]),
        problem!("McCormick", [[0.5, -0.3]], |x| (x[0] + x[1]).sin() + (x[0] - x[1]).powi(2) - x[0] * 1.5 + x[1] * 2.5 + 1.0),
        problem!("Easom", [[2.5, 3.5]], |x| -x[0].cos() * x[1].cos() * (-(x[0] - PI).powi(2) - (x[1] - PI).powi(2)).exp()),
        problem!("Styblinski and Tang, 4", [start(4)], |x| sum(x.iter().map(|v| v.powi(4) - v.powi(2) * 16.0 + *v * 5.0)) * 0.5),
        problem!("Dixon and Price, 5", [start(5)], |x| (x[0] - 1.0).powi(2) + sum((1..5).map(|i| (x[i] * x[i] * 2.0 - x[i - 1]).powi(2) * (i + 1) as f64))),
        problem!("Zakharov, 4", [start(4)], |x| zakharov(x)),
        problem!("trid, 6", [start(6)], |x| squares(x.iter().map(|v| *v - 1.0)) - sum((1..6).map(|i| x[i] * x[i - 1]))),
        problem!("sphere, 20", [start(20)], |x| squares(x.iter().copied())),
        problem!("Powell singular", [[3.0, -1.0, 0.0, 1.0]], |x| squares([x[0] + x[1] * 10.0, (x[2] - x[3]) * 5.0_f64.sqrt(), (x[1] - x[2] * 2.0).powi(2), (x[0] - x[3]).powi(2) * 10.0_f64.sqrt()])),
        problem!("Wood", [[-3.0, -1.0, -3.0, -1.0]], |x| squares([(x[1] - x[0] * x[0]) * 10.0, -x[0] + 1.0, (x[3] - x[2] * x[2]) * 90.0_f64.sqrt(), -x[2] + 1.0, (x[1] + x[3] - 2.0) * 10.0_f64.sqrt(), (x[1] - x[3]) / 10.0_f64.sqrt()])),
        problem!("Freudenstein and Roth", [[0.5, -2.0]], |x| squares([x[0] - 13.0 + ((-x[1] + 5.0) * x[1] - 2.0) * x[1], x[0] - 29.0 + ((x[1] + 1.0) * x[1] - 14.0) * x[1]])),
        problem!("Jennrich and Sampson", [[0.3, 0.4]], |x| squares((1..11).map(|i| -((x[0] * f64::from(i)).exp() + (x[1] * f64::from(i)).exp()) + 2.0 + 2.0 * f64::from(i)))),
        problem!("helical valley", [[-0.9, 0.2, 0.1]], |x| squares([(x[2] - (x[1] / x[0]).atan() * (5.0 / PI) - 5.0) * 10.0, ((x[0] * x[0] + x[1] * x[1]).sqrt() - 1.0) * 10.0, x[2]])),
        problem!("box, three-dimensional", [[0.5, 10.0, 20.0]], |x| squares((1..11).map(|i| { let t = 0.1 * f64::from(i); (x[0] * -t).exp() - (x[1] * -t).exp() - x[2] * ((-t).exp() - (-10.0 * t).exp()) }))),
        problem!("Biggs exp6", [[1.0, 2.0, 1.0, 1.0, 1.0, 1.0]], |x| squares((1..14).map(|i| { let t = 0.1 * f64::from(i); x[2] * (x[0] * -t).exp() - x[3] * (x[1] * -t).exp() + x[5] * (x[4] * -t).exp() - ((-t).exp() - 5.0 * (-10.0 * t).exp() + 3.0 * (-4.0 * t).exp()) }))),
        problem!("variably dimensioned, 8", [start(8)], |x| { let s = sum((0..8).map(|i| (x[i] - 1.0) * (i + 1) as f64)); squares(x.iter().map(|v| *v - 1.0)) + s.powi(2) + s.powi(4) }),
        problem!("trigonometric, 5", [[0.2, 0.25, 0.15, 0.22, 0.18]], |x| { let c = sum(x.iter().map(|v| v.cos())); squares((0..5).map(|i| (-x[i].cos() + 1.0) * (i + 1) as f64 - x[i].sin() - c + 5.0)) }),
        problem!("Brown almost linear, 5", [[0.5, 0.6, 0.4, 0.7, 0.5]], |x| { let s = sum(x.iter().copied()); let p = x.iter().skip(1).fold(x[0], |p, v| p * v); squares((0..4).map(|i| x[i] + s - 6.0)) + (p - 1.0).powi(2) }),
        problem!("Broyden tridiagonal, 8", [start(8)], |x| squares((0..8).map(|i| { let left = if i > 0 { x[i - 1] } else { x[0] * 0.0 }; let right = if i < 7 { x[i + 1] } else { x[0] * 0.0 }; (-x[i] * 2.0 + 3.0) * x[i] - left - right * 2.0 + 1.0 }))),
        problem!("penalty I, 6", [start(6)], |x| squares(x.iter().map(|v| (*v - 1.0) * 1e-5_f64.sqrt())) + (squares(x.iter().copied()) - 0.25).powi(2)),
        problem!("extended Powell, 8", [start(8)], |x| sum((0..2).map(|b| squares([x[4 * b] + x[4 * b + 1] * 10.0, (x[4 * b + 2] - x[4 * b + 3]) * 5.0_f64.sqrt(), (x[4 * b + 1] - x[4 * b + 2] * 2.0).powi(2), (x[4 * b] - x[4 * b + 3]).powi(2) * 10.0_f64.sqrt()])))),
        problem!("Gaussian", [[0.4, 1.0, 0.1]], |x| squares((0..15).map(|i| { let t = (7.0 - f64::from(i)) / 2.0; let d = -x[2] + t; x[0] * (-x[1] * d * d * 0.5).exp() - 0.4 * (-0.5 * t * t).exp() }))),
        problem!("Watson, 6", [start(6)], |x| squares((1..30).map(|i| watson(x, f64::from(i) / 29.0)))),
        problem!("discrete boundary value, 6", [start(6)], |x| squares((0..6).map(|i| boundary(x, i)))),
        problem!("Chebyquad, 4", [[0.2, 0.4, 0.6, 0.8]], |x| squares((1..5).map(|k| chebyshev_mean(x, k)))),
        problem!("cube", [[-1.2, 1.0]], |x| squares([(x[1] - x[0].powi(3)) * 10.0, -x[0] + 1.0])),
        problem!("exponential sum", [start(5)], |x| (-sum(x.iter().map(|v| *v * *v)) * 0.5).exp()),
        problem!("bird", [[0.5, 1.0]], |x| x[0].sin() * (-x[1].cos() + 1.0).powi(2).exp() + x[1].cos() * (-x[0].sin() + 1.0).powi(2).exp() + (x[0] - x[1]).powi(2)),
        problem!("log barrier", [[0.3, 0.4, 0.2]], |x| -sum(x.iter().map(|v| v.ln())) - (-sum(x.iter().copied()) + 1.0).ln()),
        problem!("Gibbs", [[0.3, 0.4, 0.2]], |x| sum(x.iter().map(|v| *v * v.ln())) + x[0] * x[1] * 2.0),
    ]
}

fn rosenbrock<D: Number>(x: &[D]) -> D {
    sum((1..x.len())
        .map(|i| (x[i] - x[i - 1] * x[i - 1]).powi(2) * 100.0 + (-x[i - 1] + 1.0).powi(2)))
}

fn goldstein_price<D: Number>(x: D, y: D) -> D {
    let first = (x + y + 1.0).powi(2)
        * (-x * 14.0 + x * x * 3.0 - y * 14.0 + x * y * 6.0 + y * y * 3.0 + 19.0)
        + 1.0;
    let inner = -x * 32.0 + x * x * 12.0 + y * 48.0 - x * y * 36.0 + y * y * 27.0 + 18.0;
    first * ((x * 2.0 - y * 3.0).powi(2) * inner + 30.0)
}

fn zakharov<D: Number>(x: &[D]) -> D {
    let s = sum((0..x.len()).map(|i| x[i] * (0.5 * (i + 1) as f64)));
    squares(x.iter().copied()) + s.powi(2) + s.powi(4)
}

fn watson<D: Number>(x: &[D], t: f64) -> D {
    let slope = sum((1..x.len()).map(|j| x[j] * (j as f64 * t.powi(j as i32 - 1))));
    let value = sum((0..x.len()).map(|j| x[j] * t.powi(j as i32)));
    slope - value * value - 1.0
}

fn boundary<D: Number>(x: &[D], i: usize) -> D {
    let h = 1.0 / (x.len() + 1) as f64;
    let none = x[0] * 0.0;
    let left = if i > 0 { x[i - 1] } else { none };
    let right = x.get(i + 1).copied().unwrap_or(none);
    x[i] * 2.0 - left - right + (x[i] + (i + 1) as f64 * h + 1.0).powi(3) * (h * h / 2.0)
}

fn chebyshev_mean<D: Number>(x: &[D], k: i32) -> D {
    let at = |v: &D| {
        let shifted = *v * 2.0 - 1.0;
        let (mut before, mut now) = (shifted * 0.0 + 1.0, shifted);
        for _ in 1..k {
            (before, now) = (now, shifted * now * 2.0 - before);
        }
        now
    };
    let integral = if k % 2 == 0 {
        -1.0 / f64::from(k * k - 1)
    } else {
        0.0
    };
    sum(x.iter().map(at)) / x.len() as f64 - integral
}
