//! The gradient by central differences, one entry at a time.
//!
//! Each entry is lesson 3 again: (f(x + h eᵢ) − f(x − h eᵢ)) / 2h, where eᵢ moves entry i alone. The error is
//! h²/6 times a third derivative, some 1e-10 here.
//!
//! To discuss: forward differences need n + 1 evaluations, these need 2n. When would you take the others? Count
//! what a network with a million weights would cost. And what goes wrong with one h for an entry of size 1e-8 and
//! one of size 1e8?

/// The gradient of `f` at `x`, by nudging one entry at a time.
pub fn numeric_gradient(f: impl Fn(&[f64]) -> f64, x: &[f64]) -> Vec<f64> {
    let h = 1e-5;
    let mut at = x.to_vec();
    let mut gradient = Vec::with_capacity(x.len());
    for (i, &here) in x.iter().enumerate() {
        at[i] = here + h;
        let ahead = f(&at);
        at[i] = here - h;
        let behind = f(&at);
        at[i] = here;
        gradient.push((ahead - behind) / (2.0 * h));
    }
    gradient
}
