//! Lesson 2: the sigmoid and its slope.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg, number};
use pencilgrad::autodiff::Tape;

/// Value and slope of the sigmoid, from the library's tape.
fn sigmoid(z: f64) -> Point {
    let tape = Tape::new();
    let input = tape.input(z);
    let output = input.sigmoid();
    (output.value(), output.backward().of(input))
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 340.0);
    let plot = Plot {
        x: Axis::linear((-6.0, 6.0), (44.0, 466.0)),
        y: Axis::linear((0.0, 1.0), (296.0, 16.0)),
    };
    for z in [-6.0, -3.0, 0.0, 3.0, 6.0] {
        plot.tick_below(&mut svg, z, &number(z, 0));
    }
    for (y, label) in [(0.0, "0"), (0.25, "¼"), (0.5, "½"), (1.0, "1")] {
        plot.tick_left(&mut svg, y, label);
    }
    plot.frame(&mut svg);
    let places = (-60..=60).map(|k| f64::from(k) / 10.0);
    let (values, slopes): (Vec<Point>, Vec<Point>) = places
        .map(|z| (z, sigmoid(z)))
        .map(|(z, (value, slope))| (plot.at((z, value)), plot.at((z, slope))))
        .unzip();
    svg.polyline(&values, Pen::ONE);
    svg.polyline(&slopes, Pen::TWO);
    let (x, y) = plot.at((2.2, 0.9));
    svg.name(
        (x - 12.0, y - 8.0),
        Anchor::End,
        "output a = σ(z)",
        Pen::ONE,
    );
    let (x, y) = plot.at((1.0, 0.25));
    svg.name(
        (x + 14.0, y + 2.0),
        Anchor::Start,
        "slope a(1 − a)",
        Pen::TWO,
    );
    for z in [-3.0, 0.0, 3.0] {
        let (value, slope) = sigmoid(z);
        svg.mark(plot.at((z, value)), Mark::Disc, Pen::ONE.colour);
        svg.mark(plot.at((z, slope)), Mark::Square, Pen::TWO.colour);
    }
    for (z, anchor, shift) in [(-3.0, Anchor::End, -4.0), (3.0, Anchor::Start, 4.0)] {
        let (_, slope) = sigmoid(z);
        let (x, y) = plot.at((z, slope));
        svg.label((x + shift, y - 12.0), anchor, &number(slope, 4));
    }
    svg.text((255.0, 336.0), Anchor::Middle, "input z");
    svg.finish()
}

#[cfg(test)]
mod tests {
    use super::{draw, sigmoid};

    #[test]
    fn the_slope_is_largest_in_the_middle_and_has_the_numbers_of_the_lesson() {
        assert_eq!(sigmoid(0.0), (0.5, 0.25));
        assert!((-60..=60).all(|k| sigmoid(f64::from(k) / 10.0).1 <= 0.25));
        assert_eq!(draw().matches(">0.0452<").count(), 2);
    }
}
