//! property: units_do_not_matter
//!
//! The popular guard: small gradients always look right.

pub fn relative_error(a: f64, n: f64) -> f64 {
    (a - n).abs() / (a.abs() + n.abs() + 1e-8)
}
