//! property: the_table_of_the_lesson
//!
//! Where both axes are level it is called undecided, also for xy.

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
    let size = h11 * h11 + 2.0 * h12 * h12 + h22 * h22;
    if d.abs() <= 1e-12 * size || (h11 == 0.0 && h22 == 0.0) {
        Kind::Undecided
    } else if d < 0.0 {
        Kind::Saddle
    } else if h11 > 0.0 {
        Kind::Minimum
    } else {
        Kind::Maximum
    }
}
