//! property: keeps_a_tenth_of_the_promise
//!
//! The slope is promised for a step of length s, but the step is s times the gradient.

pub fn armijo_step(
    f: impl Fn(&[f64]) -> f64,
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    x: &[f64],
) -> f64 {
    let g = gradient(x);
    let square: f64 = g.iter().map(|g| g * g).sum();
    if square == 0.0 {
        return 0.0;
    }
    let start = f(x);
    let after = |step: f64| {
        let moved: Vec<f64> = x.iter().zip(&g).map(|(x, g)| x - step * g).collect();
        f(&moved)
    };
    let mut step = 1.0;
    while after(step) > start - 0.1 * step * square.sqrt() {
        step /= 2.0;
    }
    step
}
