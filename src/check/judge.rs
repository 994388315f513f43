//! One claimed number against one estimate.

use crate::numeric::Estimate;
use crate::numeric::tableau::UNIT;

/// What is known of one claimed number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Agrees,
    AgreesWeakly,
    Disagrees,
    Undecided,
}

/// The largest difference that rounding and truncation explain.
pub(crate) fn tolerance(claimed: f64, estimate: &Estimate) -> f64 {
    estimate.error + 8.0 * UNIT * claimed.abs()
}

/// Judges a claimed number. `largest` is the largest number of the whole claim: a coordinate whose derivative is
/// 0 has no scale of its own. The tolerance is measured, never chosen; `resolution` decides only how narrow it
/// must be for a pass.
pub(crate) fn judge(claimed: f64, estimate: &Estimate, largest: f64, resolution: f64) -> Standing {
    let tolerance = tolerance(claimed, estimate);
    let off = (claimed - estimate.value).abs();
    if off > tolerance {
        return Standing::Disagrees;
    }
    let own = claimed.abs().max(estimate.value.abs());
    if tolerance <= resolution * own.max(largest) {
        Standing::Agrees
    } else if tolerance <= resolution * estimate.scale {
        Standing::AgreesWeakly
    } else {
        Standing::Undecided
    }
}
