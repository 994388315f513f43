//! Everything is compared with the steepest slope at the points; a kink is where the sides differ by a thousandth
//! of that at a tiny step.

#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub agrees: bool,
    pub worst: Option<usize>,
    pub kinks: Vec<usize>,
}

pub fn grad_check(f: impl Fn(f64) -> f64, claim: impl Fn(f64) -> f64, points: &[f64]) -> Report {
    let slope = |from: f64, to: f64| (f(to) - f(from)) / (to - from);
    let central = |x: f64| slope(x - 1e-5, x + 1e-5);
    let steepest = points
        .iter()
        .fold(0.0_f64, |top, &x| top.max(central(x).abs()));
    let has_kink = |x: f64| {
        let (left, right) = (slope(x - 1e-6, x), slope(x, x + 1e-6));
        (left - right).abs() > 1e-3 * steepest
    };
    let smooth = (0..points.len()).filter(|&index| !has_kink(points[index]));
    let off = |index: usize| (claim(points[index]) - central(points[index])).abs();
    let worst = smooth.max_by(|&one, &two| off(one).total_cmp(&off(two)));
    Report {
        agrees: worst.is_none_or(|index| off(index) <= 1e-6 * steepest),
        worst,
        kinks: (0..points.len())
            .filter(|&index| has_kink(points[index]))
            .collect(),
    }
}
