//! property: agrees_with_the_rules
//!
//! An entry that was nudged stays where it is, so later entries see the earlier nudges as well.

pub fn numeric_gradient(f: impl Fn(&[f64]) -> f64, x: &[f64]) -> Vec<f64> {
    let h = 1e-6;
    let start = f(x);
    let mut at = x.to_vec();
    let mut gradient = Vec::new();
    for i in 0..x.len() {
        at[i] += h;
        gradient.push((f(&at) - start) / h);
    }
    gradient
}
