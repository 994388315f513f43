//! What a first course differentiates: powers, exponentials, logarithms, trigonometry, and compositions of them.

use super::{Number, Problem, problem};
use num_dual::DualNum;

#[rustfmt::skip]
pub(crate) fn problems() -> Vec<Problem> {
    vec![
        problem!("constant", [[2.0]], |x| x[0] * 0.0 + 3.0),
        problem!("identity", [[0.0], [2.0]], |x| x[0]),
        problem!("line", [[0.5], [1e3]], |x| x[0] * 3.0 - 7.0),
        problem!("square", [[0.5], [-3.0]], |x| x[0] * x[0]),
        problem!("cube", [[1.5], [-0.25]], |x| x[0].powi(3)),
        problem!("x⁷", [[1.1], [-0.9]], |x| x[0].powi(7)),
        problem!("x²⁰", [[1.01], [0.5]], |x| x[0].powi(20)),
        problem!("x⁻¹", [[0.5], [-3.0]], |x| x[0].recip()),
        problem!("x⁻⁴", [[0.7], [2.0]], |x| x[0].powi(-4)),
        problem!("x^4.5", [[1.5], [0.2]], |x| x[0].powf(4.5)),
        problem!("√x", [[0.5], [9.0]], |x| x[0].sqrt()),
        problem!("∛x", [[0.5], [8.0]], |x| x[0].cbrt()),
        problem!("exp", [[0.0], [1.0], [-5.0]], |x| x[0].exp()),
        problem!("exp 10x", [[0.3]], |x| (x[0] * 10.0).exp()),
        problem!("2ˣ", [[1.5]], |x| x[0].exp2()),
        problem!("exp(x) − 1", [[1e-3], [1.0]], |x| x[0].exp_m1()),
        problem!("ln", [[0.5], [3.0], [20.0]], |x| x[0].ln()),
        problem!("log₂", [[5.0]], |x| x[0].log2()),
        problem!("log₁₀", [[50.0]], |x| x[0].log10()),
        problem!("ln(1 + x)", [[0.5], [-0.9]], |x| x[0].ln_1p()),
        problem!("sin", [[0.5], [2.0], [-40.0]], |x| x[0].sin()),
        problem!("cos", [[0.5], [2.0]], |x| x[0].cos()),
        problem!("tan", [[0.5], [1.4]], |x| x[0].tan()),
        problem!("asin", [[0.5], [-0.95]], |x| x[0].asin()),
        problem!("acos", [[0.5]], |x| x[0].acos()),
        problem!("atan", [[0.5], [30.0]], |x| x[0].atan()),
        problem!("sinh", [[0.5], [3.0]], |x| x[0].sinh()),
        problem!("cosh", [[0.5]], |x| x[0].cosh()),
        problem!("tanh", [[0.5], [4.0]], |x| x[0].tanh()),
        problem!("asinh", [[0.5]], |x| x[0].asinh()),
        problem!("acosh", [[2.5]], |x| x[0].acosh()),
        problem!("atanh", [[0.5]], |x| x[0].atanh()),
        problem!("sigmoid", [[0.5], [-3.0]], |x| ((-x[0]).exp() + 1.0).recip()),
        problem!("softplus", [[0.5], [-4.0]], |x| x[0].exp().ln_1p()),
        problem!("gaussian", [[0.5], [2.0]], |x| (-x[0] * x[0]).exp()),
        problem!("swish", [[0.5], [-1.0]], |x| x[0] * ((-x[0]).exp() + 1.0).recip()),
        problem!("gelu, by tanh", [[0.5], [-1.5]], |x| gelu(x[0])),
        problem!("x sin x", [[2.0], [-0.7]], |x| x[0] * x[0].sin()),
        problem!("x² cos x", [[2.0]], |x| x[0].powi(2) * x[0].cos()),
        problem!("x eˣ", [[1.0], [-1.0]], |x| x[0] * x[0].exp()),
        problem!("x ln x", [[0.3], [5.0]], |x| x[0] * x[0].ln()),
        problem!("sin x / x", [[0.5], [7.0]], |x| x[0].sin() / x[0]),
        problem!("(x² + 1)/(x − 3)", [[1.0], [5.0]], |x| (x[0] * x[0] + 1.0) / (x[0] - 3.0)),
        problem!("sin x²", [[1.3]], |x| (x[0] * x[0]).sin()),
        problem!("sin² x", [[1.3]], |x| x[0].sin().powi(2)),
        problem!("(x² + x)³", [[1.0], [-0.7]], |x| (x[0] * x[0] + x[0]).powi(3)),
        problem!("e^sin x", [[1.0], [4.0]], |x| x[0].sin().exp()),
        problem!("ln cos x", [[0.4]], |x| x[0].cos().ln()),
        problem!("√(1 + x²)", [[0.5], [-6.0]], |x| (x[0] * x[0] + 1.0).sqrt()),
        problem!("xˣ", [[1.5], [0.4]], |x| (x[0] * x[0].ln()).exp()),
        problem!("eˣ/√(sin³x + cos³x)", [[1.5]], |x| x[0].exp() / (x[0].sin().powi(3) + x[0].cos().powi(3)).sqrt()),
        problem!("eˣ/(sin³x + cos³x)", [[1.5]], |x| x[0].exp() / (x[0].sin().powi(3) + x[0].cos().powi(3))),
        problem!("eˣ/(sin x − x²)", [[1.0]], |x| x[0].exp() / (x[0].sin() - x[0] * x[0])),
        problem!("x y", [[2.0, -3.0]], |x| x[0] * x[1]),
        problem!("x/y", [[2.0, -3.0]], |x| x[0] / x[1]),
        problem!("x² y + y³", [[2.0, -3.0], [0.5, 0.5]], |x| x[0] * x[0] * x[1] + x[1].powi(3)),
        problem!("xʸ", [[2.0, 1.5]], |x| (x[1] * x[0].ln()).exp()),
        problem!("√(x² + y²)", [[3.0, 4.0]], |x| (x[0] * x[0] + x[1] * x[1]).sqrt()),
        problem!("atan y/x", [[1.0, 2.0]], |x| (x[1] / x[0]).atan()),
        problem!("e^(xy) sin(x + y)", [[0.5, -0.8]], |x| (x[0] * x[1]).exp() * (x[0] + x[1]).sin()),
        problem!("ln x + x y − sin y", [[2.0, 5.0]], |x| x[0].ln() + x[0] * x[1] - x[1].sin()),
        problem!("a b + c", [[1.0, -1.0, 0.5]], |x| x[0] * x[1] + x[2]),
        problem!("a b c", [[1.5, -1.0, 0.5]], |x| x[0] * x[1] * x[2]),
        problem!("(a + b)(b + c)(c + a)", [[1.5, -1.0, 0.5]], |x| (x[0] + x[1]) * (x[1] + x[2]) * (x[2] + x[0])),
        problem!("a/(b + c/d)", [[1.5, -1.0, 0.5, 2.0]], |x| x[0] / (x[1] + x[2] / x[3])),
        problem!("ideal gas", [[8.314, 300.0, 0.024]], |x| x[0] * x[1] / x[2]),
        problem!("van der Waals", [[0.5, 2.5, 0.1]], |x| x[1] / (x[0] - x[2]) - (x[0] * x[0]).recip() * 0.4),
        problem!("relativistic energy", [[0.6, 2.0]], |x| x[1] / (-x[0] * x[0] + 1.0).sqrt()),
        problem!("Planck's law", [[0.5, 1.2]], |x| x[0].powi(3) / (x[0] / x[1]).exp_m1()),
        problem!("log-sum-exp of three", [[0.5, -1.0, 2.0]], |x| (x[0].exp() + x[1].exp() + x[2].exp()).ln()),
        problem!("horner, degree 5", [[0.9]], |x| ((((x[0] * 2.0 - 3.0) * x[0] + 1.0) * x[0] + 4.0) * x[0] - 2.0) * x[0] + 1.0),
        problem!("continued fraction", [[0.9]], |x| x[0] / (x[0] / (x[0] / (x[0] + 3.0) + 2.0) + 1.0)),
        problem!("newton's root of 2", [[1.4]], |x| newton(x[0])),
        problem!("bessel j0", [[1.5]], |x| bessel(x[0])),
    ]
}

fn gelu<D: Number>(x: D) -> D {
    x * 0.5 * ((x + x.powi(3) * 0.044715) * 0.7978845608).tanh() + x * 0.5
}

fn newton<D: Number>(start: D) -> D {
    (0..4).fold(start + 1.0, |x, _| x * 0.5 + x.recip() * start)
}

fn bessel<D: Number>(x: D) -> D {
    let quarter = x * x * 0.25;
    let mut term = x * 0.0 + 1.0;
    let mut total = term;
    for k in 1..20 {
        term = -term * quarter / f64::from(k * k);
        total += term;
    }
    total
}
