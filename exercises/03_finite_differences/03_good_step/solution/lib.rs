//! The step of a central difference.
//!
//! With a step h two errors add up:
//!
//! ```text
//! truncation   h²/6 · |f‴|     falls with h
//! rounding     ε |f| / h       grows as h falls
//! ```
//!
//! Their sum is smallest where its derivative by h is zero, h/3 |f‴| = ε |f| / h², so h³ = 3 ε |f| / |f‴|. (The
//! lesson counts rounding half as large, and gets a step that is 0.8 of this one. Near the bottom the V is flat;
//! nobody will notice.)
//!
//! If f changes on the scale s, then f‴ is about f / s³, and h is about s times the third root of ε. The scale is
//! unknown: |x| is a fair guess far from 0, and 1 near it.
//!
//! To discuss: the guess is wrong for ln at 0.001, which bends on the scale of 0.001, and for sin at 1000000,
//! which bends on the scale of 1. What would a program measure to find the scale by itself?

/// The third root of ε, on the scale of `x` or of 1, whichever is larger.
pub fn good_step(x: f64) -> f64 {
    f64::EPSILON.cbrt() * x.abs().max(1.0)
}
