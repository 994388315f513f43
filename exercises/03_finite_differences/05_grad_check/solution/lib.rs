//! A gradient check in one variable.
//!
//! **Kinks.** The forward and the backward slope differ by
//!
//! ```text
//! gap(h) = |f(x + h) − 2 f(x) + f(x − h)| / h
//! ```
//!
//! Where f is smooth that is about h |f″|: a tenth of the step leaves a tenth of the gap. At a kink it is the
//! angle between the two sides, whatever the step. Half-way between a tenth and the whole is a safe place to
//! decide. On a straight line both gaps are rounding, 4ε of the values of f over h, about 10⁻¹¹ of them here; a gap
//! below 10⁻⁸ of them is not taken for a kink.
//!
//! **Agreement.** The central difference n has two errors, truncation and rounding. With the step of
//! exercise `good_step` each is about ε^⅔, or 4·10⁻¹¹, of the values of f. A claim a agrees if
//!
//! ```text
//! |a − n| ≤ 10⁻⁶ (|a| + |n|) + 10⁻⁹ m,   m = the largest |f| at the points
//! ```
//!
//! The first term is a relative error of 10⁻⁶. The second lets rounding and truncation pass where the slope is
//! zero. Both are in proportion to f, so there is no size at which everything agrees. (Why not take the value of f
//! at the point itself for m? For x² sin x at 0 that is 0, the slope is 0, and n is h², which is not.)
//!
//! To discuss: 10⁻⁶ and 10⁻⁹ are chosen, not measured. Find a right derivative that this check calls wrong (a
//! function that wiggles fast), and a wrong one that it lets pass (a small mistake where f is large: x² + 10⁹).
//! The book's checker measures both errors at every point, and says "undecided" in between.

/// What a check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Whether the claim agrees at every point that was not skipped.
    pub agrees: bool,
    /// Which point fits worst; `None` if every point was skipped.
    pub worst: Option<usize>,
    /// Which points were skipped because f has a kink there.
    pub kinks: Vec<usize>,
}

/// Compares the claimed derivative of `f` with nudging, at every point.
pub fn grad_check(f: impl Fn(f64) -> f64, claim: impl Fn(f64) -> f64, points: &[f64]) -> Report {
    let mut report = Report {
        agrees: true,
        worst: None,
        kinks: Vec::new(),
    };
    let mut largest = -1.0;
    let size = points.iter().fold(0.0_f64, |top, &x| top.max(f(x).abs()));
    for (index, &x) in points.iter().enumerate() {
        if has_kink(&f, x, size) {
            report.kinks.push(index);
            continue;
        }
        let h = f64::EPSILON.cbrt() * x.abs().max(1.0);
        let n = (f(x + h) - f(x - h)) / (2.0 * h);
        let a = claim(x);
        // 1 is the most that truncation and rounding explain.
        let misfit = if a == n {
            0.0
        } else {
            (a - n).abs() / (1e-6 * (a.abs() + n.abs()) + 1e-9 * size)
        };
        report.agrees &= misfit <= 1.0;
        if misfit > largest {
            largest = misfit;
            report.worst = Some(index);
        }
    }
    report
}

fn has_kink(f: &impl Fn(f64) -> f64, x: f64, size: f64) -> bool {
    let gap = |h: f64| (f(x + h) - 2.0 * f(x) + f(x - h)).abs() / h;
    gap(1e-4) > 0.5 * gap(1e-3) && gap(1e-4) > 1e-8 * size
}
