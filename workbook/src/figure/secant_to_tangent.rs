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
        x: Axis::linear((2.3, 4.25), (40.0, 470.0)),
        y: Axis::linear((5.0, 45.0), (360.0, 14.0)),
    };
    for (x, label) in [(3.0, "3"), (3.5, "3.5"), (4.0, "4")] {
        plot.tick_below(&mut svg, x, label);
    }
    for y in [10.0, 20.0, 30.0, 40.0] {
        plot.tick_left(&mut svg, y, &number(y, 0));
    }
    plot.frame(&mut svg);
    let curve: Vec<Point> = (0..=39)
        .map(|k| 2.3 + f64::from(k) / 20.0)
        .map(|x| plot.at((x, f(x))))
        .collect();
    svg.polyline(&curve, Pen::INK);
    let lines = [
        ("secant, h = 1: slope", secant(1.0), Pen::ONE),
        ("secant, h = ½: slope", secant(0.5), Pen::TWO),
        ("tangent: slope", tangent(), Pen::THREE),
    ];
    for (y, (name, slope, pen)) in [40.0, 66.0, 92.0].into_iter().zip(lines) {
        let at = |x: f64| plot.at((x, f(X) + slope * (x - X)));
        svg.line(at(2.4), at(4.2), pen);
        svg.line((64.0, y - 5.0), (104.0, y - 5.0), pen);
        let text = format!("{name} {}", number(slope, 1));
        svg.label((114.0, y), Anchor::Start, &text);
    }
    for h in [0.0, 0.5, 1.0] {
        svg.mark(plot.at((X + h, f(X + h))), Mark::Disc, "var(--ink)");
    }
    svg.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slopes_are_those_of_the_lesson() {
        assert_eq!((secant(1.0), secant(0.5), tangent()), (17.0, 15.5, 14.0));
        let drawing = draw();
        for text in [
            "secant, h = 1: slope 17",
            "secant, h = ½: slope 15.5",
            "tangent: slope 14",
        ] {
            assert!(drawing.contains(&format!(">{text}<")), "{text}");
        }
    }
}
