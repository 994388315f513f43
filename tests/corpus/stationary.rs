//! Points where some or all partial derivatives vanish, and functions that do not use an input at all.

use super::{Problem, problem, squares, sum};
use num_dual::DualNum;

#[rustfmt::skip]
pub(crate) fn problems() -> Vec<Problem> {
    vec![
        problem!("x² at 0", [[0.0]], |x| x[0] * x[0]),
        problem!("x⁴ at 0", [[0.0]], |x| x[0].powi(4)),
        problem!("x³ at 0", [[0.0]], |x| x[0].powi(3)),
        problem!("(x − 1)² at 1", [[1.0]], |x| (x[0] - 1.0).powi(2)),
        problem!("(x − 1)² + 7 at 1", [[1.0]], |x| (x[0] - 1.0).powi(2) + 7.0),
        problem!("cos at 0", [[0.0]], |x| x[0].cos()),
        problem!("cosh at 0", [[0.0]], |x| x[0].cosh()),
        problem!("x e^−x at 1", [[1.0]], |x| x[0] * (-x[0]).exp()),
        problem!("gaussian at 0", [[0.0]], |x| (-x[0] * x[0]).exp()),
        problem!("x² + y² at 0", [[0.0, 0.0]], |x| x[0] * x[0] + x[1] * x[1]),
        problem!("saddle at 0", [[0.0, 0.0]], |x| x[0] * x[0] - x[1] * x[1]),
        problem!("monkey saddle at 0", [[0.0, 0.0]], |x| x[0].powi(3) - x[0] * x[1] * x[1] * 3.0),
        problem!("x y at 0", [[0.0, 0.0]], |x| x[0] * x[1]),
        problem!("x y on an axis", [[2.0, 0.0]], |x| x[0] * x[1]),
        problem!("bowl, one at its bottom", [[1.0, 0.3]], |x| (x[0] - 1.0).powi(2) + (x[1] - 2.0).powi(2)),
        problem!("Rosenbrock at its minimum", [[1.0, 1.0]], |x| squares([(x[1] - x[0] * x[0]) * 10.0, -x[0] + 1.0])),
        problem!("Himmelblau at a minimum", [[3.0, 2.0]], |x| squares([x[0] * x[0] + x[1] - 11.0, x[0] + x[1] * x[1] - 7.0])),
        problem!("Beale at its minimum", [[3.0, 0.5]], |x| squares([x[0] * (-x[1] + 1.0) - 1.5, x[0] * (-x[1] * x[1] + 1.0) - 2.25, x[0] * (-x[1].powi(3) + 1.0) - 2.625])),
        problem!("perfect fit of a line", [[2.0, -1.0]], |x| squares((0..6).map(|k| x[0] * f64::from(k) + x[1] - (2.0 * f64::from(k) - 1.0)))),
        problem!("log-cosh at 0", [[0.0, 0.0, 0.0]], |x| sum(x.iter().map(|v| v.cosh().ln()))),
        problem!("softmax entropy at even odds", [[0.5, 0.5, 0.5]], |x| { let z = sum(x.iter().map(|v| v.exp())); sum(x.iter().map(|v| { let p = v.exp() / z; -p * p.ln() })) }),
        problem!("an unused input", [[0.7, 2.0]], |x| x[0].sin() + x[1] * 0.0),
        problem!("three unused inputs", [[0.7, 2.0, -1.0, 1e3]], |x| x[0].exp() + (x[1] + x[2] + x[3]) * 0.0),
        problem!("an input times 0", [[0.7, 2.0, 0.0]], |x| x[0] * x[0] + x[1] * x[2] * x[2]),
        problem!("Powell singular at 0", [[0.0, 0.0, 0.0, 0.0]], |x| squares([x[0] + x[1] * 10.0, (x[2] - x[3]) * 5.0_f64.sqrt(), (x[1] - x[2] * 2.0).powi(2), (x[0] - x[3]).powi(2) * 10.0_f64.sqrt()])),
        problem!("sum of squares, half at 0", [[0.0, 1.0, 0.0, -2.0, 0.0, 3.0]], |x| squares(x.iter().copied())),
        problem!("a flat bump", [[0.0]], |x| (x[0] * x[0] + 1.0).recip()),
        problem!("huber's middle", [[0.0]], |x| ((x[0] * x[0] + 1.0).sqrt() - 1.0) * 2.0),
        problem!("x|x|-like, smooth", [[0.0]], |x| x[0] * (x[0] * x[0] + 1e-4).sqrt()),
        problem!("odd, flat at 0", [[0.0]], |x| x[0].powi(5) + x[0].powi(3)),
    ]
}
