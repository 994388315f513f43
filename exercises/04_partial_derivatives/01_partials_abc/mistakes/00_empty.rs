//! mistake: always-zero

pub fn partials_abc(_a: f64, _b: f64, _c: f64) -> [f64; 3] {
    [0.0; 3]
}
