//! property: size_does_not_matter
//!
//! Compared with nothing.

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
        if has_kink(&f, x, size) {
            report.kinks.push(index);
            continue;
        }
        let h = f64::EPSILON.cbrt() * x.abs().max(1.0);
        let n = (f(x + h) - f(x - h)) / (2.0 * h);
        let a = claim(x);
        let misfit = (a - n).abs() / 1e-5;
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
