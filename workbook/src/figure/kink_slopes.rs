//! Lesson 1: the slopes to either side of 0, where there is a kink and where it only looks like one.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg, number};

/// A function of the two panels.
type Function = fn(f64) -> f64;

/// So small that the slopes to either side are those of the limit, to the digits that are printed.
const STEP: f64 = 1e-6;

/// The slopes at 0, to the left and to the right.
fn slopes(f: Function) -> Point {
    ((f(0.0) - f(-STEP)) / STEP, (f(STEP) - f(0.0)) / STEP)
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 300.0);
    panel(&mut svg, (14.0, 226.0), "|x|: a kink", f64::abs);
    panel(&mut svg, (254.0, 466.0), "x·|x|: none", |x| x * x.abs());
    svg.finish()
}

fn panel(svg: &mut Svg, places: Point, title: &str, f: Function) {
    let plot = Plot {
        x: Axis::linear((-1.5, 1.5), places),
        y: Axis::linear((-1.5, 1.5), (252.0, 40.0)),
    };
    svg.line(plot.at((-1.5, 0.0)), plot.at((1.5, 0.0)), Pen::GRID);
    svg.line(plot.at((0.0, -1.5)), plot.at((0.0, 1.5)), Pen::GRID);
    let middle = plot.at((0.0, 0.0));
    svg.text((middle.0, 20.0), Anchor::Middle, title);
    let curve: Vec<Point> = (-60..=60)
        .map(|k| f64::from(k) / 50.0)
        .map(|x| plot.at((x, f(x))))
        .collect();
    svg.polyline(&curve, Pen::INK);
    let (left, right) = slopes(f);
    // Each line is drawn to both sides of 0, to show that the curve follows it on one side only.
    for (slope, pen) in [(left, Pen::TWO), (right, Pen::THREE)] {
        svg.line(
            plot.at((-1.2, -1.2 * slope)),
            plot.at((1.2, 1.2 * slope)),
            pen,
        );
    }
    svg.mark(middle, Mark::Disc, "var(--ink)");
    let said = |side: &str, slope: f64| format!("{side} {}", number(slope + 0.0, 3));
    svg.name(
        (places.0, 290.0),
        Anchor::Start,
        &said("left slope", left),
        Pen::TWO,
    );
    svg.name(
        (places.1, 290.0),
        Anchor::End,
        &said("right", right),
        Pen::THREE,
    );
}

#[cfg(test)]
mod tests {
    use super::{draw, slopes};

    #[test]
    fn one_has_two_slopes_and_the_other_one() {
        assert_eq!(slopes(f64::abs), (-1.0, 1.0));
        let (left, right) = slopes(|x| x * x.abs());
        assert!(left.abs() < 1e-5 && right.abs() < 1e-5);
        let drawing = draw();
        for text in ["left slope −1", "right 1", "left slope 0", "right 0"] {
            assert!(drawing.contains(&format!(">{text}<")), "{text}");
        }
    }
}
