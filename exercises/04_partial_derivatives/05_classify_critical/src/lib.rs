//! What kind of place is it, where the gradient is zero?

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

/// What a critical point is, from the second derivatives there: by x and x, by x and y, by y and y.
///
/// | f at the origin | h11, h12, h22 | |
/// |---|---|---|
/// | x² + xy + y² | 2, 1, 2 | minimum |
/// | -x² - y² | -2, 0, -2 | maximum |
/// | x y | 0, 1, 0 | saddle |
/// | x² + y³ | 2, 0, 0 | undecided |
///
/// The second derivatives come from a computer and are rounded. A number that should be zero may be 1e-17. So
/// count it as zero if it is at most 1e-12 of h11² + 2 h12² + h22².
pub fn classify_critical(h11: f64, h12: f64, h22: f64) -> Kind {
    todo!("minimum, maximum, saddle or undecided: the second derivatives are {h11}, {h12}, {h22}")
}
