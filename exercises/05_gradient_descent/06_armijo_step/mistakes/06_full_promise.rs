//! property: accepts_a_full_step
//!
//! The whole promise is asked for, and only a straight line keeps it.

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
    while step > 1e-3 && after(step) > start - step * square {
        step /= 2.0;
    }
    step
}
