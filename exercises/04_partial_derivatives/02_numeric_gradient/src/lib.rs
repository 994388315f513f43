//! The gradient of any function, from its values.

/// The gradient of `f` at `x`, by nudging one entry at a time. No entry may be off by more than 1e-5.
///
/// For f = x₀ x₁ at (4, 3), with a step of 0.5:
///
/// | nudged | ahead | behind | slope |
/// |---|---|---|---|
/// | entry 0 | 4.5 · 3 = 13.5 | 3.5 · 3 = 10.5 | 3 |
/// | entry 1 | 4 · 3.5 = 14 | 4 · 2.5 = 10 | 4 |
///
/// Your step must be smaller than that. For n entries f is evaluated at most 2n times.
pub fn numeric_gradient(f: impl Fn(&[f64]) -> f64, x: &[f64]) -> Vec<f64> {
    todo!("one slope for each entry of {x:?}, where f is {}", f(x))
}
