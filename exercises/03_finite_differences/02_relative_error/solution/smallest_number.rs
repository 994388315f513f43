//! Zero over the smallest positive number is zero.

pub fn relative_error(a: f64, n: f64) -> f64 {
    (a - n).abs() / (a.abs() + n.abs()).max(f64::MIN_POSITIVE)
}
