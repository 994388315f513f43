//! Small networks and losses: layers, softmax, attention, recurrence, batches.

use super::{Number, Problem, fixed, problem, squares, sum};

/// How a layer bends.
#[derive(Clone, Copy)]
enum Bend {
    Tanh,
    Sigmoid,
    Softplus,
    Swish,
    Sine,
    /// With a smooth corner, as a stand-in for relu away from its kink.
    Relu,
}

fn bend<D: Number>(bend: Bend, z: D) -> D {
    let sigmoid = |z: D| ((-z).exp() + 1.0).recip();
    match bend {
        Bend::Tanh => z.tanh(),
        Bend::Sigmoid => sigmoid(z),
        Bend::Softplus => z.exp().ln_1p(),
        Bend::Swish => z * sigmoid(z),
        Bend::Sine => z.sin(),
        Bend::Relu => {
            if z > 0.0 {
                z
            } else {
                z * 0.01
            }
        }
    }
}

/// W a + b for `out` rows; the parameters stand row by row, then the bias.
fn affine<D: Number>(params: &[D], a: &[D], out: usize) -> Vec<D> {
    let n = a.len();
    let row = |i: usize| sum((0..n).map(|j| params[i * n + j] * a[j])) + params[out * n + i];
    (0..out).map(row).collect()
}

fn constants<D: Number>(like: D, values: &[f64]) -> Vec<D> {
    values.iter().map(|v| like * 0.0 + *v).collect()
}

/// A network of layers, its mean half-squared loss over `rows` fixed samples.
fn network<D: Number>(params: &[D], sizes: &[usize], rows: usize, how: Bend) -> D {
    let inputs = fixed(rows * sizes[0], -1.5, 1.5, 11);
    let targets = fixed(rows * sizes[sizes.len() - 1], -1.0, 1.0, 12);
    let out = sizes[sizes.len() - 1];
    let losses = (0..rows).map(|r| {
        let mut a = constants(params[0], &inputs[r * sizes[0]..(r + 1) * sizes[0]]);
        let mut used = 0;
        for pair in sizes.windows(2) {
            let z = affine(&params[used..], &a, pair[1]);
            used += pair[0] * pair[1] + pair[1];
            let last = pair[1] == out && used == params.len();
            a = if last {
                z
            } else {
                z.into_iter().map(|v| bend(how, v)).collect()
            };
        }
        squares((0..out).map(|k| a[k] - targets[r * out + k])) * 0.5
    });
    sum(losses) / rows as f64
}

fn softmax<D: Number>(z: &[D]) -> Vec<D> {
    let total = sum(z.iter().map(|v| v.exp()));
    z.iter().map(|v| v.exp() / total).collect()
}

/// Cross entropy of a linear classifier: `classes × features` weights, then the bias.
fn classifier<D: Number>(params: &[D], features: usize, classes: usize, rows: usize) -> D {
    let inputs = fixed(rows * features, -2.0, 2.0, 21);
    let losses = (0..rows).map(|r| {
        let a = constants(params[0], &inputs[r * features..(r + 1) * features]);
        -softmax(&affine(params, &a, classes))[r % classes].ln()
    });
    sum(losses) / rows as f64
}

fn logistic<D: Number>(w: &[D], rows: usize, penalty: f64) -> D {
    let inputs = fixed(rows * w.len(), -2.0, 2.0, 31);
    let losses = (0..rows).map(|r| {
        let z = sum((0..w.len()).map(|j| w[j] * inputs[r * w.len() + j]));
        let sign = if r % 3 == 0 { -1.0 } else { 1.0 };
        (z * -sign).exp().ln_1p()
    });
    sum(losses) / rows as f64 + squares(w.iter().copied()) * penalty
}

/// A recurrent cell run over a fixed sequence: w, u, b.
fn recurrent<D: Number>(p: &[D], steps: usize) -> D {
    let sequence = fixed(steps, -1.0, 1.0, 41);
    let end = sequence
        .iter()
        .fold(p[0] * 0.0, |h, x| (p[0] * *x + p[1] * h + p[2]).tanh());
    (end - 0.3).powi(2)
}

/// One head of attention over three keys and values of length two; the parameters are the query and the keys.
fn attention<D: Number>(p: &[D]) -> D {
    let scores: Vec<D> = (0..3)
        .map(|k| (p[0] * p[2 + 2 * k] + p[1] * p[3 + 2 * k]) / 2.0_f64.sqrt())
        .collect();
    let values = [[0.5, -1.0], [2.0, 0.3], [-0.7, 1.1]];
    let weights = softmax(&scores);
    squares((0..2).map(|d| sum((0..3).map(|k| weights[k] * values[k][d])) - 0.2))
}

fn layer_norm<D: Number>(x: &[D]) -> D {
    let n = x.len() as f64;
    let mean = sum(x.iter().copied()) / n;
    let variance = squares(x.iter().map(|v| *v - mean)) / n + 1e-5;
    let weights = fixed(x.len(), -1.0, 1.0, 51);
    sum((0..x.len()).map(|i| (x[i] - mean) / variance.sqrt() * weights[i]))
}

/// A one-dimensional convolution of a fixed signal by the parameters, then a tanh and a sum of squares.
fn convolution<D: Number>(kernel: &[D]) -> D {
    let signal = fixed(16, -1.0, 1.0, 61);
    let out = (0..=16 - kernel.len())
        .map(|s| sum(kernel.iter().enumerate().map(|(k, w)| *w * signal[s + k])).tanh());
    squares(out)
}

fn parameters(sizes: &[usize]) -> usize {
    sizes
        .windows(2)
        .map(|pair| pair[0] * pair[1] + pair[1])
        .sum()
}

pub(crate) fn problems() -> Vec<Problem> {
    let bends = [
        ("tanh", Bend::Tanh),
        ("sigmoid", Bend::Sigmoid),
        ("softplus", Bend::Softplus),
        ("swish", Bend::Swish),
        ("sine", Bend::Sine),
        ("leaky relu", Bend::Relu),
    ];
    let shapes: [&'static [usize]; 4] = [&[2, 3, 1], &[3, 4, 2], &[1, 5, 5, 1], &[2, 2, 2, 2, 1]];
    let mut problems = Vec::new();
    for (name, how) in bends {
        for sizes in shapes {
            let point = fixed(parameters(sizes), -1.0, 1.0, 71);
            problems.push(problem!(
                format!("{name} network {sizes:?}"),
                [point],
                |x| network(x, sizes, 3, how)
            ));
        }
    }
    for (features, classes, rows) in [(2, 2, 4), (3, 4, 5), (5, 3, 1)] {
        let point = fixed(features * classes + classes, -1.0, 1.0, 72);
        problems.push(problem!(
            format!("softmax classifier {features} to {classes}, {rows} rows"),
            [point],
            |x| classifier(x, features, classes, rows)
        ));
    }
    for (rows, penalty) in [(1, 0.0), (20, 0.0), (200, 0.1)] {
        problems.push(problem!(
            format!("logistic regression, {rows} rows, penalty {penalty}"),
            [fixed(4, -1.0, 1.0, 73), [0.0; 4]],
            |x| logistic(x, rows, penalty)
        ));
    }
    for steps in [1, 5, 30] {
        problems.push(problem!(
            format!("recurrent, {steps} steps"),
            [[0.7, -1.2, 0.1]],
            |x| recurrent(x, steps)
        ));
    }
    problems.push(problem!("attention", [fixed(8, -1.0, 1.0, 74)], |x| {
        attention(x)
    }));
    problems.push(problem!("layer norm", [fixed(6, -1.0, 1.0, 75)], |x| {
        layer_norm(x)
    }));
    problems.push(problem!("convolution", [fixed(5, -1.0, 1.0, 76)], |x| {
        convolution(x)
    }));
    problems
}
