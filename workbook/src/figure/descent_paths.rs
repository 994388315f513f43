//! Lesson 5: descent in a long valley, x² + 10y², with three learning rates.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg, number};
use pencilgrad::gradient::gradient;

const START: Point = (5.0, 1.0);
const RATES: [f64; 3] = [0.02, 0.09, 0.11];
/// Heights of the contour lines.
const LEVELS: [f64; 5] = [0.5, 2.5, 8.0, 18.0, 32.0];
/// The largest |y| of a panel.
const EDGE: f64 = 1.9;

fn height(p: &[f64; 2]) -> f64 {
    p[0] * p[0] + 10.0 * p[1] * p[1]
}

/// Twelve steps, as far as they stay in the panel.
fn path(rate: f64) -> Vec<Point> {
    let mut points = vec![START];
    for _ in 0..12 {
        let (x, y) = points[points.len() - 1];
        let slope = gradient(|p: &[f64; 2]| height(p), &[x, y]);
        let (x, y) = (x - rate * slope[0].value, y - rate * slope[1].value);
        if y.abs() > EDGE {
            break;
        }
        points.push((x, y));
    }
    points
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 520.0);
    for (k, rate) in RATES.into_iter().enumerate() {
        let top = 26.0 + 172.0 * k as f64;
        let plot = Plot {
            x: Axis::linear((-6.0, 6.0), (10.0, 470.0)),
            y: Axis::linear((-EDGE, EDGE), (top + 144.0, top)),
        };
        let title = format!("learning rate {}", number(rate, 2));
        svg.text((10.0, top - 8.0), Anchor::Start, &title);
        for level in LEVELS {
            contour(&mut svg, &plot, level);
        }
        let places: Vec<Point> = path(rate).into_iter().map(|p| plot.at(p)).collect();
        svg.polyline(&places, Pen::TWO);
        for (k, &place) in places.iter().enumerate() {
            svg.mark(
                place,
                if k == 0 { Mark::Square } else { Mark::Disc },
                "var(--two)",
            );
        }
        svg.mark(plot.at((0.0, 0.0)), Mark::Triangle, "var(--ink)");
    }
    svg.finish()
}

fn contour(svg: &mut Svg, plot: &Plot, level: f64) {
    let (wide, high) = (level.sqrt(), (level / 10.0).sqrt());
    let turn = |k: i32| f64::from(k) * std::f64::consts::TAU / 72.0;
    let points: Vec<Point> = (0..=72)
        .map(|k| plot.at((wide * turn(k).cos(), high * turn(k).sin())))
        .collect();
    svg.polyline(&points, Pen::GRID);
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn the_steep_direction_decides() {
        let across = |rate: f64| {
            let points = path(rate);
            points[1].1 / points[0].1
        };
        for (rate, share) in [(0.02, 0.6), (0.09, -0.8), (0.11, -1.2)] {
            assert!((across(rate) - share).abs() < 1e-6, "{rate}");
        }
        assert!(path(0.11).len() < path(0.09).len(), "only one runs away");
    }
}
