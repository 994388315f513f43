//! Least squares on measured data: the nonlinear regressions of the NIST statistical reference datasets, and a few
//! data sets of textbooks.

use super::{Number, Problem, problem, squares};
use num_dual::DualNum;

const MISRA_X: [f64; 14] = [
    77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0,
];
const MISRA_Y: [f64; 14] = [
    10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47,
    81.78,
];
const WOOD_X: [f64; 6] = [1.309, 1.471, 1.490, 1.565, 1.611, 1.680];
const WOOD_Y: [f64; 6] = [2.138, 3.421, 3.597, 4.340, 4.882, 5.660];
const BOD_X: [f64; 6] = [1.0, 2.0, 3.0, 5.0, 7.0, 10.0];
const BOD_Y: [f64; 6] = [109.0, 149.0, 149.0, 191.0, 213.0, 224.0];
const RAT42_X: [f64; 9] = [9.0, 14.0, 21.0, 28.0, 42.0, 57.0, 63.0, 70.0, 79.0];
const RAT42_Y: [f64; 9] = [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08];
const RAT43_Y: [f64; 15] = [
    16.08, 33.83, 65.80, 97.20, 191.55, 326.20, 386.87, 520.53, 590.03, 651.92, 724.93, 699.56,
    689.96, 637.56, 717.41,
];
const KOWALIK_X: [f64; 11] = [
    4.0, 2.0, 1.0, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625,
];
const KOWALIK_Y: [f64; 11] = [
    0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246,
];
const MEYER_Y: [f64; 16] = [
    34780.0, 28610.0, 23650.0, 19630.0, 16370.0, 13720.0, 11540.0, 9744.0, 8261.0, 7030.0, 6005.0,
    5147.0, 4427.0, 3820.0, 3307.0, 2872.0,
];
const BARD_Y: [f64; 15] = [
    0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39,
];
const PUROMYCIN_X: [f64; 12] = [
    0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.1, 1.1,
];
const PUROMYCIN_Y: [f64; 12] = [
    76.0, 47.0, 97.0, 107.0, 123.0, 139.0, 159.0, 152.0, 191.0, 201.0, 207.0, 200.0,
];
const WOMEN_Y: [f64; 15] = [
    115.0, 117.0, 120.0, 123.0, 126.0, 129.0, 132.0, 135.0, 139.0, 142.0, 146.0, 150.0, 154.0,
    159.0, 164.0,
];
const ANSCOMBE_X: [f64; 11] = [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
const ANSCOMBE_Y: [f64; 11] = [
    8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68,
];

/// Σ (model(t) − y)².
fn fit<D: Number>(t: &[f64], y: &[f64], model: impl Fn(f64) -> D) -> D {
    squares(t.iter().zip(y).map(|(t, y)| model(*t) - *y))
}

fn count(len: usize, first: f64, step: f64) -> Vec<f64> {
    (0..len).map(|k| first + step * k as f64).collect()
}

#[rustfmt::skip]
pub(crate) fn problems() -> Vec<Problem> {
    vec![
        problem!("Misra1a", [[500.0, 1e-4], [238.94, 5.5016e-4]], |b| fit(&MISRA_X, &MISRA_Y, |t| b[0] * (-(b[1] * -t).exp() + 1.0))),
        problem!("Misra1b", [[500.0, 1e-4], [338.0, 3.9e-4]], |b| fit(&MISRA_X, &MISRA_Y, |t| b[0] * (-(b[1] * t / 2.0 + 1.0).powi(-2) + 1.0))),
        problem!("Misra1c", [[500.0, 1e-4], [636.4, 2.08e-4]], |b| fit(&MISRA_X, &MISRA_Y, |t| b[0] * (-(b[1] * 2.0 * t + 1.0).powf(-0.5) + 1.0))),
        problem!("Misra1d", [[500.0, 1e-4], [437.4, 3.02e-4]], |b| fit(&MISRA_X, &MISRA_Y, |t| b[0] * b[1] * t / (b[1] * t + 1.0))),
        problem!("DanWood", [[1.0, 5.0], [0.769, 3.86]], |b| fit(&WOOD_X, &WOOD_Y, |t| b[0] * (b[1] * t.ln()).exp())),
        problem!("BoxBOD", [[1.0, 1.0], [213.81, 0.5472]], |b| fit(&BOD_X, &BOD_Y, |t| b[0] * (-(b[1] * -t).exp() + 1.0))),
        problem!("Rat42", [[100.0, 1.0, 0.1], [72.46, 2.618, 0.0674]], |b| fit(&RAT42_X, &RAT42_Y, |t| b[0] / ((b[1] - b[2] * t).exp() + 1.0))),
        problem!("Rat43", [[100.0, 10.0, 1.0, 1.0], [699.6, 5.277, 0.7596, 1.279]], |b| fit(&count(15, 1.0, 1.0), &RAT43_Y, |t| b[0] / ((b[1] - b[2] * t).exp() + 1.0).ln().div_then_exp(b[3]))),
        problem!("MGH09, Kowalik and Osborne", [[25.0, 39.0, 41.5, 39.0], [0.25, 0.39, 0.415, 0.39]], |b| fit(&KOWALIK_X, &KOWALIK_Y, |t| b[0] * (b[1] * t + t * t) / (b[2] * t + b[3] + t * t))),
        problem!("MGH10, Meyer", [[0.02, 4000.0, 250.0], [0.0056, 6181.3, 345.2]], |b| fit(&count(16, 50.0, 5.0), &MEYER_Y, |t| b[0] * (b[1] / (b[2] + t)).exp())),
        problem!("Bard", [[1.0, 1.0, 1.0], [0.0824, 1.133, 2.344]], |b| fit(&count(15, 1.0, 1.0), &BARD_Y, |t| b[0] + (b[1] * (16.0 - t) + b[2] * t.min(16.0 - t)).recip() * t)),
        problem!("Puromycin", [[205.0, 0.08], [212.7, 0.0641]], |b| fit(&PUROMYCIN_X, &PUROMYCIN_Y, |t| b[0] * t / (b[1] + t))),
        problem!("women's heights, a line", [[-87.0, 3.4], [0.0, 1.0]], |b| fit(&count(15, 58.0, 1.0), &WOMEN_Y, |t| b[0] + b[1] * t)),
        problem!("women's heights, a parabola", [[261.9, -7.3, 0.083]], |b| fit(&count(15, 58.0, 1.0), &WOMEN_Y, |t| b[0] + b[1] * t + b[2] * t * t)),
        problem!("Anscombe, a line", [[3.0, 0.5], [0.0, 0.0]], |b| fit(&ANSCOMBE_X, &ANSCOMBE_Y, |t| b[0] + b[1] * t)),
        problem!("Anscombe, mean and ridge", [[3.0, 0.5]], |b| fit(&ANSCOMBE_X, &ANSCOMBE_Y, |t| b[0] + b[1] * t) / 22.0 + (b[0] * b[0] + b[1] * b[1]) * 0.05),
        problem!("BOD, robust", [[200.0, 0.5]], |b| robust(&BOD_X, &BOD_Y, |t| b[0] * (-(b[1] * -t).exp() + 1.0))),
        problem!("Rat42, in logarithms", [[4.2, 2.6, 0.067]], |b| squares(RAT42_X.iter().zip(&RAT42_Y).map(|(t, y)| b[0] - (b[1] - b[2] * *t).exp().ln_1p() - y.ln()))),
    ]
}

/// Σ √(1 + r²) − 1.
fn robust<D: Number>(t: &[f64], y: &[f64], model: impl Fn(f64) -> D) -> D {
    super::sum(
        t.iter()
            .zip(y)
            .map(|(t, y)| ((model(*t) - *y).powi(2) + 1.0).sqrt() - 1.0),
    )
}

/// exp(ℓ/p): the p-th root of a number given by its logarithm.
trait Root: Number {
    fn div_then_exp(self, power: Self) -> Self {
        (self / power).exp()
    }
}
impl<T: Number> Root for T {}
