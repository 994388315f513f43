//! One claimed number against one estimate.

use crate::numeric::tableau::UNIT;
use crate::numeric::{Estimate, Smoothness};

/// What is known of one claimed number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Agrees,
    AgreesWeakly,
    Disagrees,
    Undecided,
}

/// One claimed number, judged.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    pub(crate) claimed: f64,
    pub(crate) estimate: Estimate,
    /// The largest difference that truncation, noise of the function and noise of the claim explain.
    pub(crate) tolerance: f64,
    pub(crate) standing: Standing,
    /// Whether the careful estimate was made; the screen alone never decides that a claim is wrong.
    pub(crate) careful: bool,
}

/// Judges a claimed number. The acceptance rule:
///
/// |claimed − value| ≤ tolerance = error + noise of the claim + 8u |claimed|, and tolerance ≤ resolution · scale,
///
/// where scale is the larger of |claimed| and |value|; for a derivative that cannot be told from 0, the `largest` of
/// all derivatives of this output; and for a weak pass, how much the output moves. There is no tolerance to choose.
/// The claim is wrong beyond tolerance + doubt, where doubt is what a kink hidden in the noise could explain.
pub(crate) fn judge(
    claimed: f64,
    claim_noise: f64,
    estimate: Estimate,
    largest: f64,
    resolution: f64,
) -> Judged {
    let tolerance = estimate.error + claim_noise + 8.0 * UNIT * claimed.abs();
    let off = (claimed - estimate.value).abs();
    let standing = if !tolerance.is_finite() {
        Standing::Undecided
    } else if off > tolerance + estimate.doubt {
        Standing::Disagrees
    } else if off > tolerance {
        Standing::Undecided
    } else if tolerance <= resolution * scale(claimed, &estimate, tolerance, largest) {
        Standing::Agrees
    } else if tolerance <= resolution * estimate.scale.max(largest)
        || (estimate.scale == 0.0 && claimed == 0.0)
    {
        Standing::AgreesWeakly
    } else {
        Standing::Undecided
    };
    Judged {
        claimed,
        estimate,
        tolerance,
        standing,
        careful: false,
    }
}

fn scale(claimed: f64, estimate: &Estimate, tolerance: f64, largest: f64) -> f64 {
    let own = claimed.abs().max(estimate.value.abs());
    if estimate.value.abs() <= tolerance {
        own.max(largest)
    } else {
        own
    }
}

impl Judged {
    /// The slopes to both sides where the function is not smooth along this coordinate.
    pub(crate) fn slopes(&self) -> Option<(f64, f64)> {
        self.estimate.smoothness.slopes()
    }

    /// Whether the claim lies between the slopes of a kink, or agrees at a smooth point.
    pub(crate) fn excusable(&self) -> bool {
        match self.estimate.smoothness {
            Smoothness::Smooth => self.standing != Standing::Disagrees,
            Smoothness::Kink { left, right } => {
                let slack = 1e-6 * left.abs().max(right.abs());
                (left.min(right) - slack..=left.max(right) + slack).contains(&self.claimed)
            }
            Smoothness::Jump | Smoothness::Cusp | Smoothness::VerticalTangent => false,
        }
    }

    /// How clearly the claim is off, in units of the tolerance.
    pub(crate) fn excess(&self) -> f64 {
        let off = (self.claimed - self.estimate.value).abs() / self.tolerance;
        if off.is_nan() { f64::INFINITY } else { off }
    }
}
