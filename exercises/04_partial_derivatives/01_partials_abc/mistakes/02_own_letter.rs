//! mistake: wrong-variable
//!
//! Each factor stands where the other one belongs.

pub fn partials_abc(a: f64, b: f64, _c: f64) -> [f64; 3] {
    [a, b, 1.0]
}
