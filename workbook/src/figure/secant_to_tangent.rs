//! Lesson 1: secants of the running example through (3, 20), and the tangent they close in on.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg, number};
use pencilgrad::autodiff::Tape;

const X: f64 = 3.0;

fn f(x: f64) -> f64 {
    3.0 * x * x - 4.0 * x + 5.0
}

fn secant(h: f64) -> f64 {
    (f(X + h) - f(X)) / h
}

/// The slope of the tangent, from the library's tape.
fn tangent() -> f64 {
    let tape = Tape::new();
    let x = tape.input(X);
    let y = x * x * 3.0 - x * 4.0 + 5.0;
    y.backward().of(x)
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 400.0);
    let plot = Plot {
        x: Axis::linear((1.8, 5.2), (40.0, 470.0)),
        y: Axis::linear((0.0, 66.0), (360.0, 14.0)),
    };
    for (x, label) in [(2.0, "2"), (3.0, "3"), (4.0, "4"), (5.0, "5")] {
        plot.tick_below(&mut svg, x, label);
    }
    for y in [0.0, 20.0, 40.0, 60.0] {
        plot.tick_left(&mut svg, y, &number(y, 0));
    }
    plot.frame(&mut svg);
    let curve: Vec<Point> = (0..=67)
        .map(|k| 1.8 + f64::from(k) / 20.0)
        .map(|x| plot.at((x, f(x))))
        .collect();
    svg.polyline(&curve, Pen::INK);
    let lines = [
        ("secant, h = 2: slope", secant(2.0), Pen::ONE),
        ("secant, h = 1: slope", secant(1.0), Pen::TWO),
        ("tangent: slope", tangent(), Pen::THREE),
    ];
    for (y, (name, slope, pen)) in [40.0, 66.0, 92.0].into_iter().zip(lines) {
        let at = |x: f64| plot.at((x, f(X) + slope * (x - X)));
        svg.line(at(2.1), at(5.1), pen);
        svg.line((64.0, y - 5.0), (104.0, y - 5.0), pen);
        let text = format!("{name} {}", number(slope, 1));
        svg.label((114.0, y), Anchor::Start, &text);
    }
    for h in [0.0, 1.0, 2.0] {
        svg.mark(plot.at((X + h, f(X + h))), Mark::Disc, "var(--ink)");
    }
    svg.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slopes_are_those_of_the_lesson() {
        assert_eq!((secant(2.0), secant(1.0), tangent()), (20.0, 17.0, 14.0));
        let drawing = draw();
        for text in [
            "secant, h = 2: slope 20",
            "secant, h = 1: slope 17",
            "tangent: slope 14",
        ] {
            assert!(drawing.contains(&format!(">{text}<")), "{text}");
        }
    }
}
