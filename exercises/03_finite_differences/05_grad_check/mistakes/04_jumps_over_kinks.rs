//! property: kinks_are_skipped
//!
//! The central difference has an answer everywhere, also where there is none.

#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub agrees: bool,
    pub worst: Option<usize>,
    pub kinks: Vec<usize>,
}

pub fn grad_check(f: impl Fn(f64) -> f64, claim: impl Fn(f64) -> f64, points: &[f64]) -> Report {
    let mut report = Report {
        agrees: true,
        worst: None,
        kinks: Vec::new(),
    };
    let mut largest = -1.0;
    let size = points.iter().fold(0.0_f64, |top, &x| top.max(f(x).abs()));
    for (index, &x) in points.iter().enumerate() {
        let h = f64::EPSILON.cbrt() * x.abs().max(1.0);
        let n = (f(x + h) - f(x - h)) / (2.0 * h);
        let a = claim(x);
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
