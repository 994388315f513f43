//! property: twice_two_is_four
//!
//! Linear, with the wrong constant.

pub fn double(x: f64) -> f64 {
    3.0 * x
}
