//! One number that says how well two numbers agree, whatever their size.

/// How far your derivative `a` is from the one found by nudging, `n`: their distance, measured in units of their
/// two sizes together.
///
/// | a | n | relative error |
/// |---|---|---|
/// | 2 | 1 | a third |
/// | 2000 | 1000 | a third |
/// | 3 | 3 | 0 |
/// | 3 | -3 | 1 |
/// | 0 | 0 | 0 |
///
/// The last row has a trap in it: 0 divided by 0 is no number.
pub fn relative_error(a: f64, n: f64) -> f64 {
    todo!("how far {a} is from {n}, relative to their sizes")
}
