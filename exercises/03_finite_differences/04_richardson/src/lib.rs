//! A derivative with an error estimate, from two central differences.

/// A number, and how far off it may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The derivative, as well as it is known.
    pub value: f64,
    /// How far off it may be: positive, whichever way the error goes.
    pub error: f64,
}

/// The derivative of `f` at `x`, by Richardson extrapolation from central differences with steps `h` and `h / 2`.
///
/// For the sine at 1 with h = 0.1, the wide step gives 0.539402 and the narrow one 0.540077. The truth is
/// 0.540302. The narrow one is closer, but neither is good:
///
/// | | off by |
/// |---|---|
/// | step 0.1 | 0.000900 |
/// | step 0.05 | 0.000225 |
/// | both together | 0.0000001 |
///
/// `value` puts the two together so that their errors cancel. `error` is what the extrapolation added to the
/// narrow difference, taken positive: here 0.000225. It is an estimate of the narrow difference's error, and far
/// more than enough for `value`.
pub fn richardson(f: impl Fn(f64) -> f64, x: f64, h: f64) -> Estimate {
    todo!(
        "the derivative of f at x = {x} from the steps {h} and half of it, where f({x}) = {}",
        f(x)
    )
}
