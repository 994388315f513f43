//! Twice a number is the number and itself.

pub fn double(x: f64) -> f64 {
    x + x
}
