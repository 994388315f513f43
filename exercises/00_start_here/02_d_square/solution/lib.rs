//! The derivative of x².
//!
//! Let the side grow from x to x + h. The area grows by
//!
//! ```text
//! (x + h)² − x² = 2xh + h²
//! ```
//!
//! two strips of x by h, and a small corner of h by h. For each unit of h that is 2x + h, and as h shrinks the
//! corner's part h goes away: the derivative is 2x. For x = 3 and h = 0.001 it is 6.001, as in the table.
//!
//! To discuss: the answer you started from was right about everything but a constant. It was odd, it scaled with
//! x, it was zero in the right place. Only the comparison with numbers found it out. Which tests would have
//! passed a derivative of 2|x|, or of 2?

/// The derivative of x², at `x`.
pub fn d_square(x: f64) -> f64 {
    2.0 * x
}
