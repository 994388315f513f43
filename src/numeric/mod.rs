//! The derivative of a function of one number, with a bound on its error.
//!
//! A ladder of central difference quotients, whose steps shrink by 3.1, is extrapolated to step 0 (Neville, Ridders
//! 1982). The bound is the truncation seen in the tableau *plus* the noise of the function's values (Moré and Wild
//! 2011) carried through it. At the edge of a domain steps go to one side. Kinks, jumps, cusps and vertical tangents
//! are recognised by the power of the step with which differences fall.

mod estimate;
pub(crate) mod line;
pub(crate) mod noise;
mod smooth;
pub(crate) mod tableau;

pub use estimate::Estimate;
pub(crate) use estimate::{fine, from_rungs, full, screen};
use line::Line;
use noise::{ASIDE, FAR, Level};
pub use smooth::Smoothness;

/// The derivative of `f` at `x`, with a bound on the error.
///
/// Takes 70 to 190 evaluations. Outside its domain `f` may return NaN or an infinity: steps shrink until they stay
/// inside, or go to one side. When no derivative can be found, `value` is NaN and `error` infinite.
///
/// ```
/// use pencilgrad::numeric::{Smoothness, derivative};
///
/// let estimate = derivative(f64::exp, 1.0);
/// assert!((estimate.value - 1.0_f64.exp()).abs() <= estimate.error);
/// assert!(estimate.error < 1e-10);
///
/// let kink = derivative(|x| 2.0 * x.max(0.0), 0.0);
/// assert_eq!(kink.smoothness, Smoothness::Kink { left: 0.0, right: 2.0 });
/// ```
pub fn derivative(f: impl Fn(f64) -> f64, x: f64) -> Estimate {
    let centre = [f(x)];
    if !x.is_finite() || !centre[0].is_finite() {
        return Estimate::missing();
    }
    let outputs = |position: f64| vec![f(position)];
    let scale = if x == 0.0 { 1.0 } else { x.abs() };
    let [here, aside, far] = [0.0, ASIDE, FAR].map(|distance| {
        let from = x + distance * scale;
        noise::along(1, &|t| vec![f(from + t * scale)])[0]
    });
    let noise = Level::even(here.max(aside)).widened(far, f(x + FAR * scale));
    full(&Line::new(x, &centre, &outputs), &[noise]).swap_remove(0)
}
