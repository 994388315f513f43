//! property: few_evaluations
//!
//! The value in the middle is computed anew for each entry, and never used.

pub fn numeric_gradient(f: impl Fn(&[f64]) -> f64, x: &[f64]) -> Vec<f64> {
    let h = 1e-5;
    let slope = |i: usize| {
        let moved = |by: f64| {
            let mut at = x.to_vec();
            at[i] += by;
            f(&at)
        };
        let middle = f(x);
        ((moved(h) - middle) + (middle - moved(-h))) / (2.0 * h)
    };
    (0..x.len()).map(slope).collect()
}
