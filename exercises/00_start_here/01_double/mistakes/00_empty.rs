//! property: twice_two_is_four

pub fn double(_x: f64) -> f64 {
    0.0
}
