//! Richardson extrapolation of the central difference.
//!
//! The error of a central difference is a series in even powers of the step:
//!
//! ```text
//! wide   = f′ + a h² + b h⁴ + …
//! narrow = f′ + a h²/4 + b h⁴/16 + …
//! ```
//!
//! Subtract: narrow − wide = −3/4 a h² − 15/16 b h⁴ − … A third of that is −a h²/4, just what is wrong with the
//! narrow one, up to the fourth power. Adding it leaves
//!
//! ```text
//! value = f′ − b h⁴/4 + …
//! ```
//!
//! an error that falls to a sixteenth when the step halves. For a polynomial up to degree 4 b is zero, because
//! it stands for the fifth derivative, and nothing is left but rounding.
//!
//! To discuss: the added third estimates the error of `narrow`, not of `value`; for smooth functions that is
//! far too careful, and it is how a careful program reports. Where could it be too small? (Think of a function
//! with f‴ = 0 at x.) What would three steps give, and what would you lose by going on for ever?

/// A number, and how far off it may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The derivative, as well as it is known.
    pub value: f64,
    /// How far off it may be: positive, whichever way the error goes.
    pub error: f64,
}

/// The derivative of `f` at `x`, with an error that falls with the fourth power of `h`.
pub fn richardson(f: impl Fn(f64) -> f64, x: f64, h: f64) -> Estimate {
    let central = |h: f64| (f(x + h) - f(x - h)) / (2.0 * h);
    let (wide, narrow) = (central(h), central(h / 2.0));
    let missing = (narrow - wide) / 3.0;
    Estimate {
        value: narrow + missing,
        error: missing.abs(),
    }
}
