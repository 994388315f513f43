//! Your first derivative, and your first look at a diagnosis.
//!
//! The answer below is wrong on purpose. Run
//!
//! ```text
//! cargo test -p d_square
//! ```
//!
//! and read the message before you change anything: it knows a good deal about the mistake.

/// The derivative of x², at `x`.
///
/// The derivative says how many times faster the output moves than the input. Take a square of side 3:
///
/// | side | area |
/// |---|---|
/// | 3 | 9 |
/// | 3.001 | 9.006001 |
///
/// The side grew by 0.001 and the area by 0.006001, six times as much. So the derivative at 3 is 6.
/// What is it at any `x`?
pub fn d_square(x: f64) -> f64 {
    x
}
