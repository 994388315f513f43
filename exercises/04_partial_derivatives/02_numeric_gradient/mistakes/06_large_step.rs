//! property: agrees_with_the_rules
//!
//! The step of the table, and not a small one.

pub fn numeric_gradient(f: impl Fn(&[f64]) -> f64, x: &[f64]) -> Vec<f64> {
    let h = 0.5;
    let slope = |i: usize| {
        let moved = |by: f64| {
            let mut at = x.to_vec();
            at[i] += by;
            f(&at)
        };
        (moved(h) - moved(-h)) / (2.0 * h)
    };
    (0..x.len()).map(slope).collect()
}
