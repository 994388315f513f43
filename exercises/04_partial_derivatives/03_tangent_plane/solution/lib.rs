//! The tangent plane.
//!
//! A plane has the same slopes everywhere, and this one has those of f at p. Going from p to x, entry i moves by
//! xᵢ − pᵢ and brings its slope times that. On a plane the effects of the entries add:
//!
//! ```text
//! plane(x) = f(p) + Σᵢ ∂f/∂xᵢ(p) · (xᵢ − pᵢ)
//! ```
//!
//! To discuss: for f = ab the rest f(x) − plane(x) is exactly Δa Δb. In which directions from p is it zero, and
//! what does the surface look like along them? Can a curved surface contain straight lines?

/// The height above `x` of the plane that touches the surface of `f` at `p`.
pub fn tangent_plane(
    f: impl Fn(&[f64]) -> f64,
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    p: &[f64],
    x: &[f64],
) -> f64 {
    let steps = x.iter().zip(p).map(|(x, p)| x - p);
    let slopes = gradient(p);
    f(p) + slopes
        .iter()
        .zip(steps)
        .map(|(slope, step)| slope * step)
        .sum::<f64>()
}
