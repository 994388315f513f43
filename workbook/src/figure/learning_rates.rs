//! Lesson 5: the error of the fit, a parabola, and five steps with four learning rates.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg, number};
use pencilgrad::numeric;

/// One panel each: the rate, and what becomes of it.
const RATES: [(f64, &str); 4] = [
    (0.5, "creeps"),
    (1.0, "arrives"),
    (2.5, "zigzags"),
    (3.5, "runs away"),
];
const STEPS: usize = 5;
/// The upper edge of a panel.
const HIGHEST: f64 = 10.0;

/// The mean of ½(θx² − y)² over the lesson's three samples.
fn error(theta: f64) -> f64 {
    let half_square = |x: f64, y: f64| 0.5 * (theta * x * x - y).powi(2);
    (half_square(-1.0, 3.0) + half_square(0.0, 0.0) + half_square(1.0, 3.0)) / 3.0
}

/// Descent from 0, with slopes found by nudging.
fn path(rate: f64) -> Vec<f64> {
    let mut thetas = vec![0.0];
    for _ in 0..STEPS {
        let theta = thetas[thetas.len() - 1];
        thetas.push(theta - rate * numeric::derivative(error, theta).value);
    }
    thetas
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 420.0);
    for (k, (rate, word)) in RATES.into_iter().enumerate() {
        let (column, row) = ((k % 2) as f64, (k / 2) as f64);
        let (left, top) = (14.0 + 240.0 * column, 30.0 + 210.0 * row);
        let plot = Plot {
            x: Axis::linear((-4.0, 10.0), (left, left + 212.0)),
            y: Axis::linear((0.0, HIGHEST), (top + 140.0, top)),
        };
        let title = format!("rate {}: {word}", number(rate, 1));
        svg.text((left + 106.0, top - 12.0), Anchor::Middle, &title);
        panel(&mut svg, &plot, &path(rate));
    }
    svg.finish()
}

fn panel(svg: &mut Svg, plot: &Plot, thetas: &[f64]) {
    for theta in [0.0, 3.0, 6.0] {
        plot.tick_below(svg, theta, &number(theta, 0));
    }
    svg.line(plot.at((-4.0, 0.0)), plot.at((10.0, 0.0)), Pen::INK);
    let curve: Vec<Point> = (-40..=100)
        .map(|k| f64::from(k) / 10.0)
        .filter(|&theta| error(theta) <= HIGHEST)
        .map(|theta| plot.at((theta, error(theta))))
        .collect();
    svg.polyline(&curve, Pen::INK);
    // What leaves the panel is not drawn at its edge, where it would look like a place.
    let visible: Vec<Point> = thetas
        .iter()
        .map(|&theta| (theta, error(theta)))
        .take_while(|&(theta, height)| (-4.0..=10.0).contains(&theta) && height <= HIGHEST)
        .map(|point| plot.at(point))
        .collect();
    svg.polyline(&visible, Pen::TWO);
    for (k, &at) in visible.iter().enumerate() {
        svg.mark(
            at,
            if k == 0 { Mark::Square } else { Mark::Disc },
            "var(--two)",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{RATES, path};

    #[test]
    fn each_step_leaves_the_same_share_of_the_error() {
        for (rate, _) in RATES {
            for pair in path(rate).windows(2) {
                let share = (pair[1] - 3.0) / (pair[0] - 3.0);
                assert!((share - (1.0 - 2.0 / 3.0 * rate)).abs() < 1e-6, "{rate}");
            }
        }
    }
}
