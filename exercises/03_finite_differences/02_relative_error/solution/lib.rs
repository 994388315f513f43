//! The relative error of two numbers.
//!
//! The distance |a − n| is never larger than |a| + |n|: going from a to n by way of 0 is a detour, unless 0 lies
//! between them. So the quotient is between 0 and 1, and it is 1 exactly when the signs differ or one of the two
//! is 0. A factor in front of both cancels, so units do not matter. Swapping the two changes nothing.
//!
//! Two equal numbers are 0 apart, and that is the answer even where their sizes are 0 too and 0 / 0 waits.
//!
//! To discuss: "a / (b + 1e-8)" is a popular way around the zero. What does it say about a = 2e-9 and n = 1e-9?
//! And what does the relative error say of a = 1e-17 and n = 0, when 1e-17 is nothing but rounding? A check that
//! is to decide needs to know how exact n is; the checker of this book measures that.

/// The distance of `a` and `n` in units of their two sizes together: 0 when equal, 1 when the signs differ.
pub fn relative_error(a: f64, n: f64) -> f64 {
    if a == n {
        0.0
    } else {
        (a - n).abs() / (a.abs() + n.abs())
    }
}
