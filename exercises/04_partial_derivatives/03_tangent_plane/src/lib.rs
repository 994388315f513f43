//! Up close, a smooth surface is a plane.

/// The height of the tangent plane above the place `x`; the plane touches the surface of `f` at `p`.
///
/// `gradient` returns the gradient of `f` at any place. All have the same number of entries.
///
/// For f = ab + c at p = (4, 3, 2): the surface has height 14 and the slopes 3, 4 and 1. At x = (4.1, 3.2, 2) the
/// first entry has moved by 0.1 and the second by 0.2. So the plane has height 14 + 0.3 + 0.8 = 15.1 there, and
/// the surface 15.12.
pub fn tangent_plane(
    f: impl Fn(&[f64]) -> f64,
    gradient: impl Fn(&[f64]) -> Vec<f64>,
    p: &[f64],
    x: &[f64],
) -> f64 {
    todo!(
        "the height above {x:?} of the plane that touches f at {p:?}, where f is {} and its slopes are {:?}",
        f(p),
        gradient(p)
    )
}
