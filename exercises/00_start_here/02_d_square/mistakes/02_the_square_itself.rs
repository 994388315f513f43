//! mistake: not-differentiated

pub fn d_square(x: f64) -> f64 {
    x * x
}
