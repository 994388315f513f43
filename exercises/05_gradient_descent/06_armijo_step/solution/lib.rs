//! Armijo's rule, with backtracking from 1.
//!
//! Along −∇f the slope is −‖∇f‖ for each unit of way, and a step s goes the way s‖∇f‖. So up close f falls by
//! s‖∇f‖², which is the promise. For a smooth f the rest shrinks like s², so for small s nearly all of the promise
//! is kept, and a tenth of it all the more: the loop ends.
//!
//! To discuss: the walk of the lesson 50x² would be as happy with a hundredth as with a tenth. What would go wrong
//! with nine tenths? (Try ½x², where the best step, 1, keeps just one half.) And what does a loop that never ends tell
//! you about your gradient?

/// The first of the steps 1, ½, ¼, … that keeps a tenth of the promise.
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
    while after(step) > start - 0.1 * step * square {
        step /= 2.0;
    }
    step
}
