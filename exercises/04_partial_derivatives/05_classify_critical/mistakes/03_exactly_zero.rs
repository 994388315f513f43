//! property: troughs_are_undecided
//!
//! Rounding is taken for a sign.

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

pub fn classify_critical(h11: f64, h12: f64, h22: f64) -> Kind {
    let d = h11 * h22 - h12 * h12;
    if d == 0.0 {
        Kind::Undecided
    } else if d < 0.0 {
        Kind::Saddle
    } else if h11 > 0.0 {
        Kind::Minimum
    } else {
        Kind::Maximum
    }
}
