//! Lesson 4: three surfaces with a flat place in the middle, as maps with the gradient around it.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg};
use pencilgrad::gradient::gradient;

/// A surface over x and y.
type Surface = fn(&[f64; 2]) -> f64;

const PANELS: [(&str, &str, Surface); 3] = [
    ("bowl", "x² + y²", |p| p[0] * p[0] + p[1] * p[1]),
    ("saddle", "x² − y²", |p| p[0] * p[0] - p[1] * p[1]),
    ("trough", "x²", |p| p[0] * p[0]),
];
/// Heights of the contour lines.
const LEVELS: [f64; 4] = [0.13, 0.52, 1.17, 2.08];
const EDGE: f64 = 1.5;

/// The gradient at the ends of the axes, half a unit from the edge.
fn slopes(f: Surface) -> [(Point, Point); 4] {
    [(0.7, 0.0), (0.0, 0.7), (-0.7, 0.0), (0.0, -0.7)].map(|(x, y)| {
        let found = gradient(|p: &[f64; 2]| f(p), &[x, y]);
        ((x, y), (found[0].value, found[1].value))
    })
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 215.0);
    for (k, (name, formula, f)) in PANELS.into_iter().enumerate() {
        let left = 8.0 + 160.0 * k as f64;
        let plot = Plot {
            x: Axis::linear((-EDGE, EDGE), (left, left + 144.0)),
            y: Axis::linear((-EDGE, EDGE), (172.0, 28.0)),
        };
        let middle = left + 72.0;
        svg.text((middle, 18.0), Anchor::Middle, name);
        svg.text((middle, 196.0), Anchor::Middle, formula);
        contours(&mut svg, &plot, name);
        for (from, (gx, gy)) in slopes(f) {
            if gx.hypot(gy) > 1e-6 {
                let to = (from.0 + 0.4 * gx, from.1 + 0.4 * gy);
                svg.arrow(plot.at(from), plot.at(to), Pen::ONE);
            }
        }
        svg.mark(plot.at((0.0, 0.0)), Mark::Disc, "var(--ink)");
    }
    svg.finish()
}

fn contours(svg: &mut Svg, plot: &Plot, name: &str) {
    for level in LEVELS {
        let reach = level.sqrt();
        match name {
            "bowl" => {
                let turn = |k: i32| f64::from(k) * std::f64::consts::TAU / 60.0;
                let circle = (0..=60).map(|k| (reach * turn(k).cos(), reach * turn(k).sin()));
                line(svg, plot, circle.collect(), Pen::INK);
            }
            "saddle" => {
                // Solid above the middle, dashed below it.
                let top = (EDGE * EDGE - level).max(0.0).sqrt();
                let along = |k: i32| top * f64::from(k) / 30.0;
                for side in [-1.0, 1.0] {
                    let far = |t: f64| side * (t * t + level).sqrt();
                    let above = (-30..=30).map(|k| (far(along(k)), along(k)));
                    let below = (-30..=30).map(|k| (along(k), far(along(k))));
                    line(svg, plot, above.collect(), Pen::INK);
                    line(svg, plot, below.collect(), DASHED);
                }
            }
            _ => {
                for x in [-reach, reach].into_iter().filter(|x| x.abs() < EDGE) {
                    line(svg, plot, vec![(x, -EDGE), (x, EDGE)], Pen::INK);
                }
            }
        }
    }
}

/// Contours below the middle.
const DASHED: Pen = Pen {
    dash: "4 4",
    ..Pen::INK
};

fn line(svg: &mut Svg, plot: &Plot, points: Vec<Point>, pen: Pen) {
    let points: Vec<Point> = points.into_iter().map(|p| plot.at(p)).collect();
    svg.polyline(&points, pen);
}

#[cfg(test)]
mod tests {
    use super::{PANELS, slopes};

    #[test]
    fn the_arrows_tell_the_three_apart() {
        // Outward is up: the slope along the way out, at the ends of the x axis and of the y axis.
        let outward = PANELS.map(|(_, _, f)| {
            slopes(f).map(|((x, y), (gx, gy))| ((x * gx + y * gy) / 0.7 * 1e6).round() / 1e6 + 0.0)
        });
        assert_eq!(outward[0], [1.4, 1.4, 1.4, 1.4]);
        assert_eq!(outward[1], [1.4, -1.4, 1.4, -1.4]);
        assert_eq!(outward[2], [1.4, 0.0, 1.4, 0.0]);
    }
}
