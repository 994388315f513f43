//! The two functions that speed is measured on.

use nalgebra::{DMatrix, DVector};
use pencilgrad::check::{self, Report};
use pencilgrad::sample::{self, Stream};

/// The parameters of a 20-64-20 network: 2,644 numbers.
pub(crate) type Network = (DMatrix<f64>, DVector<f64>, DMatrix<f64>, DVector<f64>);

/// A network with small weights.
pub(crate) fn network() -> Network {
    (
        sample::matrix(64, 20, 1) * 0.1,
        sample::vector(64, 2) * 0.1,
        sample::matrix(20, 64, 3) * 0.1,
        sample::vector(20, 4) * 0.1,
    )
}

/// Half the squared error of one sample through tanh.
pub(crate) fn loss((w1, b1, w2, b2): &Network, x: &DVector<f64>) -> f64 {
    let a = (w1 * x + b1).map(f64::tanh);
    0.5 * (w2 * a + b2 - x).norm_squared()
}

/// Its gradient, by hand.
pub(crate) fn backward((w1, b1, w2, b2): &Network, x: &DVector<f64>) -> Network {
    let a = (w1 * x + b1).map(f64::tanh);
    let e = w2 * &a + b2 - x;
    let d = (w2.transpose() * &e).component_mul(&a.map(|a| 1.0 - a * a));
    (&d * x.transpose(), d, &e * a.transpose(), e)
}

/// Checks the whole gradient of the network.
pub(crate) fn check_network() -> Report {
    let x = sample::vector(20, 7);
    check::gradient(|n: &Network| loss(n, &x), |n: &Network| backward(n, &x)).at(network())
}

/// A million numbers between −2 and 2.
pub(crate) fn million() -> Vec<f64> {
    let mut random = Stream::new(5, "million");
    (0..1_000_000).map(|_| random.between(-2.0, 2.0)).collect()
}

/// Checks the gradient of Σ sin x, whose number `wrong` is off by 1e-4 if there is one.
pub(crate) fn check_million(x: &[f64], wrong: Option<usize>) -> Report {
    let value = |x: &[f64]| x.iter().map(|v| v.sin()).sum::<f64>();
    let claim = |x: &[f64]| -> Vec<f64> {
        let mut g: Vec<f64> = x.iter().map(|v| v.cos()).collect();
        if let Some(k) = wrong {
            g[k] += 1e-4;
        }
        g
    };
    check::gradient(value, claim).at(x)
}
