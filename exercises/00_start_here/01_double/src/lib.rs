//! Your first exercise.
//!
//! Each exercise is a small crate of its own. You edit this one file. Then you run
//!
//! ```text
//! cargo test -p double
//! ```
//!
//! in any folder of the workbook. Run it once before you write anything: the first line of the message is your
//! task. It goes away when the task is done.

/// Twice `x`.
///
/// | x | 0 | 0.5 | 2 | 3 |
/// |---|---|---|---|---|
/// | twice x | 0 | 1 | 4 | 6 |
///
/// `todo!(…)` holds the place of your answer. Put an expression there.
pub fn double(x: f64) -> f64 {
    todo!("return twice x, here twice {x}")
}
