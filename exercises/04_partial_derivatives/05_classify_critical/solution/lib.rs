//! The kind of a critical point, from the second derivatives.
//!
//! Along the direction (u, v) the surface bends by q = h₁₁ u² + 2 h₁₂ u v + h₂₂ v². Complete the square:
//!
//! ```text
//! h₁₁ q = (h₁₁ u + h₁₂ v)² + D v²,   D = h₁₁ h₂₂ − h₁₂²
//! ```
//!
//! If D > 0, the right side is positive in all directions, so q has the sign of h₁₁ everywhere. If D < 0, q takes
//! both signs. If D = 0, some direction has q = 0, and higher derivatives decide.
//!
//! Rounding is compared with h₁₁² + 2h₁₂² + h₂₂², which has the units of D and does not change when the axes turn.
//!
//! To discuss: D > 0 says that h₁₁ and h₂₂ have the same sign and that neither is zero. Why? And which of the four
//! answers is the likely one in a network, with a million directions in place of two?

/// What a critical point can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Up in every direction.
    Minimum,
    /// Down in every direction.
    Maximum,
    /// Up in some directions, down in others.
    Saddle,
    /// The second derivatives cannot say.
    Undecided,
}

/// What a critical point is, from the second derivatives there.
pub fn classify_critical(h11: f64, h12: f64, h22: f64) -> Kind {
    let d = h11 * h22 - h12 * h12;
    let size = h11 * h11 + 2.0 * h12 * h12 + h22 * h22;
    if d.abs() <= 1e-12 * size {
        Kind::Undecided
    } else if d < 0.0 {
        Kind::Saddle
    } else if h11 > 0.0 {
        Kind::Minimum
    } else {
        Kind::Maximum
    }
}
