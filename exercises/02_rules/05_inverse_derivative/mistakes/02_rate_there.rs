//! property: rates_multiply_to_one
//!
//! The rate of the way there.

pub fn inverse_derivative(df: impl Fn(f64) -> f64, inverse: impl Fn(f64) -> f64, y: f64) -> f64 {
    df(inverse(y))
}
