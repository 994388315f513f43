//! mistake: inverse-as-reciprocal
//!
//! The inverse read as one over f, with the derivative −f′/f².

pub fn inverse_derivative(df: impl Fn(f64) -> f64, inverse: impl Fn(f64) -> f64, y: f64) -> f64 {
    -df(inverse(y)) / (y * y)
}
