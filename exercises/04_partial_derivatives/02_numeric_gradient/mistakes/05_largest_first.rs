//! property: swapped_inputs
//!
//! The slopes are sorted, so nobody knows whose they are.

pub fn numeric_gradient(f: impl Fn(&[f64]) -> f64, x: &[f64]) -> Vec<f64> {
    let h = 1e-5;
    let slope = |i: usize| {
        let moved = |by: f64| {
            let mut at = x.to_vec();
            at[i] += by;
            f(&at)
        };
        (moved(h) - moved(-h)) / (2.0 * h)
    };
    let mut gradient: Vec<f64> = (0..x.len()).map(slope).collect();
    gradient.sort_by(|a, b| b.total_cmp(a));
    gradient
}
