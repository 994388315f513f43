//! The central difference.
//!
//! Write f(x + h) and f(x − h) as series and subtract. What is even in h is the same in both and goes:
//!
//! ```text
//! f(x + h) − f(x − h) = 2h f′ + h³/3 f‴ + …
//! ```
//!
//! Divide by 2h, the distance of the two inputs. What is left besides f′ is h²/6 f‴: nothing at all for a
//! parabola, whose third derivative is 0, and h² for x³, whose third derivative is 6.
//!
//! To discuss: the value f(x) is not used. Where does that help, and where does it hide something? Think of |x|.
//! The step really taken is (x + h) − (x − h), which is not always 2h in floating point. When does it matter?

/// The slope of the line through the points of `f` at `x − h` and `x + h`.
pub fn central_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x - h)) / (2.0 * h)
}
