//! mistake: sign-lost

pub fn d_square(x: f64) -> f64 {
    -2.0 * x
}
