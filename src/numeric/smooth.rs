//! What kind of point this is: smooth, a kink, a jump, a cusp, a vertical tangent; from values already taken.

use super::line::Rung;
use super::tableau::UNIT;

/// What the even part of the function says about one output.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Shape {
    Smooth,
    /// Different slopes to both sides.
    Kink {
        left: f64,
        right: f64,
    },
}

/// Classifies output `j` from a ladder of rungs, coarse to fine; `centre` is the value at the point itself.
pub(crate) fn classify(rungs: &[Rung], centre: f64, j: usize, function_noise: f64) -> Shape {
    let even = |rung: &Rung| (rung.plus[j] - 2.0 * centre + rung.minus[j]).abs();
    let noise = |rung: &Rung| {
        let top = rung.plus[j].abs().max(rung.minus[j].abs());
        function_noise.max(4.0 * UNIT * top)
    };
    let clear: Vec<&Rung> = rungs
        .iter()
        .filter(|rung| even(rung) > 40.0 * noise(rung))
        .collect();
    let [.., before, coarse, fine] = clear[..] else {
        return Shape::Smooth;
    };
    let power = |a: &Rung, b: &Rung| (even(a) / even(b)).ln() / (a.h / b.h).ln();
    if power(coarse, fine) > 1.2 || power(before, coarse) > 1.3 {
        return Shape::Smooth;
    }
    Shape::Kink {
        left: (centre - fine.minus[j]) / fine.h,
        right: (fine.plus[j] - centre) / fine.h,
    }
}
