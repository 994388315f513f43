//! property: the_width_halves

pub fn bisection_of_derivative(
    _df: impl Fn(f64) -> f64,
    lo: f64,
    hi: f64,
    _steps: u32,
) -> (f64, f64) {
    (lo, hi)
}
