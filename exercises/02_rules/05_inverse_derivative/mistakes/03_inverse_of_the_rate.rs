//! property: back_and_there_again
//!
//! The two functions in the wrong order.

pub fn inverse_derivative(df: impl Fn(f64) -> f64, inverse: impl Fn(f64) -> f64, y: f64) -> f64 {
    1.0 / inverse(df(y))
}
