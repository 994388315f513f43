//! Lesson 4: the map of ab + 2 around (4, 3), with directions of length 1 and their rates.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg, number};
use pencilgrad::gradient::directional;

/// Where the lesson stands on its map.
const HERE: Point = (4.0, 3.0);
/// The directions of the lesson's table and three more, all of length 1.
const DIRECTIONS: [Point; 8] = [
    (1.0, 0.0),
    (0.6, 0.8),
    (0.0, 1.0),
    (-0.8, 0.6),
    (-1.0, 0.0),
    (-0.6, -0.8),
    (0.0, -1.0),
    (0.8, -0.6),
];
const EDGES: (Point, Point) = ((2.3, 5.7), (1.5, 4.5));

fn height(p: &[f64; 2]) -> f64 {
    p[0] * p[1] + 2.0
}

/// The rate along a direction, by nudging.
fn rate((u, v): Point) -> f64 {
    let found = directional(|p: &[f64; 2]| height(p), &[HERE.0, HERE.1], &[u, v]);
    found[0].value
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 430.0);
    let plot = Plot {
        x: Axis::linear(EDGES.0, (40.0, 466.0)),
        y: Axis::linear(EDGES.1, (390.0, 15.0)),
    };
    for level in [6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 18.0, 20.0, 22.0] {
        contour(&mut svg, &plot, level);
    }
    plot.frame(&mut svg);
    for a in [3.0, 4.0, 5.0] {
        let x = plot.x.at(a);
        svg.text((x, 410.0), Anchor::Middle, &number(a, 0));
    }
    for b in [2.0, 3.0, 4.0] {
        svg.text((30.0, plot.y.at(b) + 5.0), Anchor::End, &number(b, 0));
    }
    svg.text((466.0, 426.0), Anchor::End, "a");
    svg.text((30.0, 26.0), Anchor::End, "b");
    DIRECTIONS.iter().for_each(|&u| arrow(&mut svg, &plot, u));
    svg.mark(plot.at(HERE), Mark::Disc, "var(--ink)");
    svg.finish()
}

/// A contour line a b + 2 = level, and its height where it meets the right edge.
fn contour(svg: &mut Svg, plot: &Plot, level: f64) {
    let ((left, right), (low, high)) = EDGES;
    let product = level - 2.0;
    let (from, to) = (left.max(product / high), right.min(product / low));
    let points: Vec<Point> = (0..=60)
        .map(|k| from + (to - from) * f64::from(k) / 60.0)
        .map(|a| plot.at((a, product / a)))
        .collect();
    let here = (level - height(&[HERE.0, HERE.1])).abs() < 1e-9;
    svg.polyline(&points, if here { Pen::INK } else { Pen::GRID });
    // Those that leave at the bottom have no label: it would stand among those of the axis.
    if to == right {
        let (_, y) = *points.last().expect("a line has points");
        svg.label((452.0, y - 4.0), Anchor::Middle, &number(level, 0));
    }
}

/// A direction: uphill, level or downhill by its pen, with its rate at the end.
fn arrow(svg: &mut Svg, plot: &Plot, (u, v): Point) {
    let rate = rate((u, v));
    let pen = match rate {
        level if level.abs() < 1e-6 => Pen::THREE,
        up if up > 0.0 => Pen::ONE,
        _ => Pen::TWO,
    };
    svg.arrow(plot.at(HERE), plot.at((HERE.0 + u, HERE.1 + v)), pen);
    let end = plot.at((HERE.0 + 1.16 * u, HERE.1 + 1.16 * v));
    // A rate of nearly 0 may come out as −0.
    let text = number((rate * 1e3).round() / 1e3 + 0.0, 3);
    svg.label((end.0, end.1 + 5.0), Anchor::Middle, &text);
}

#[cfg(test)]
mod tests {
    use super::{DIRECTIONS, draw, rate};

    #[test]
    fn the_rates_are_those_of_the_text() {
        for (u, v) in DIRECTIONS {
            assert!((rate((u, v)) - (3.0 * u + 4.0 * v)).abs() < 1e-9);
            assert!((u.hypot(v) - 1.0).abs() < 1e-12);
        }
        let drawing = draw();
        for text in ["3", "4", "5", "0", "−3", "−4", "−5"] {
            assert!(drawing.contains(&format!(">{text}<")), "{text}");
        }
    }
}
