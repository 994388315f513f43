//! property: turning_the_axes_changes_nothing
//!
//! Only the two axes are looked at.

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

pub fn classify_critical(h11: f64, _h12: f64, h22: f64) -> Kind {
    if h11 * h22 < 0.0 {
        Kind::Saddle
    } else if h11 > 0.0 && h22 > 0.0 {
        Kind::Minimum
    } else if h11 < 0.0 && h22 < 0.0 {
        Kind::Maximum
    } else {
        Kind::Undecided
    }
}
