//! The sigmoid squashes any number into the range from 0 to 1.

/// The sigmoid of `z`, finite for every finite `z`.
///
/// | z | output |
/// |---|---|
/// | −3 | 0.0474 |
/// | 0 | 0.5 |
/// | ln 3 = 1.0986 | 0.75 |
/// | 800 | 1 |
pub fn sigmoid(z: f64) -> f64 {
    todo!("the sigmoid of {z}")
}

/// The slope of the sigmoid at the place where its output is `a`.
///
/// `a` is the *output*, between 0 and 1. The input is not needed any more:
///
/// | a | slope |
/// |---|---|
/// | 0.5 | 0.25 |
/// | 0.9 | 0.09 |
/// | 0.1 | 0.09 |
pub fn sigmoid_prime_from_output(a: f64) -> f64 {
    todo!("the slope of the sigmoid where its output is {a}")
}
