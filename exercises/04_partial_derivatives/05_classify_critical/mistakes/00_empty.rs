//! property: the_table_of_the_lesson

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

pub fn classify_critical(_h11: f64, _h12: f64, _h22: f64) -> Kind {
    Kind::Undecided
}
