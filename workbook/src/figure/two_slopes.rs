//! Lesson 3: the tangent, and the two secants that stand in for it.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg, number};
use pencilgrad::autodiff::Tape;

const X: f64 = 1.0;
/// So large that the eye can see the error.
const H: f64 = 0.8;

/// The slope of the tangent at X (from the library's tape), of the secant ahead and of the secant around.
fn slopes() -> [f64; 3] {
    let tape = Tape::new();
    let x = tape.input(X);
    let tangent = x.sin().backward().of(x);
    let forward = ((X + H).sin() - X.sin()) / H;
    let central = ((X + H).sin() - (X - H).sin()) / (2.0 * H);
    [tangent, forward, central]
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 330.0);
    let plot = Plot {
        x: Axis::linear((0.0, 2.4), (44.0, 470.0)),
        y: Axis::linear((0.0, 1.3), (290.0, 14.0)),
    };
    for (x, label) in [(X - H, "x − h"), (X, "x"), (X + H, "x + h")] {
        plot.tick_below(&mut svg, x, label);
    }
    plot.frame(&mut svg);
    let curve: Vec<Point> = (0..=48)
        .map(|k| f64::from(k) / 20.0)
        .map(|x| plot.at((x, x.sin())))
        .collect();
    svg.polyline(&curve, Pen::INK);
    let [tangent, forward, central] = slopes();
    line(&mut svg, &plot, (X, tangent), (0.1, 1.78), Pen::THREE);
    line(&mut svg, &plot, (X, forward), (0.75, 2.3), Pen::ONE);
    // The secant around passes through the outer points, not through the middle one.
    let middle = ((X + H).sin() + (X - H).sin()) / 2.0;
    let through = |x: f64| plot.at((x, middle + central * (x - X)));
    svg.line(through(0.05), through(2.05), Pen::TWO);
    for x in [X - H, X, X + H] {
        svg.mark(plot.at((x, x.sin())), Mark::Disc, "var(--ink)");
    }
    let names = [
        ("tangent, slope", tangent, Pen::THREE),
        ("forward, slope", forward, Pen::ONE),
        ("central, slope", central, Pen::TWO),
    ];
    for (y, (name, slope, pen)) in [200.0, 224.0, 248.0].into_iter().zip(names) {
        svg.line((232.0, y - 5.0), (272.0, y - 5.0), pen);
        svg.label(
            (282.0, y),
            Anchor::Start,
            &format!("{name} {}", number(slope, 2)),
        );
    }
    svg.finish()
}

/// The line through the point of the curve at X with a slope, drawn from one x to another.
fn line(svg: &mut Svg, plot: &Plot, (x, slope): Point, (from, to): Point, pen: Pen) {
    let at = |t: f64| plot.at((t, x.sin() + slope * (t - x)));
    svg.line(at(from), at(to), pen);
}

#[cfg(test)]
mod tests {
    use super::{draw, slopes};

    #[test]
    fn central_is_nearer_to_the_tangent_than_forward() {
        let [tangent, forward, central] = slopes();
        assert!((tangent - 1.0_f64.cos()).abs() < 1e-15);
        assert!(5.0 * (central - tangent).abs() < (forward - tangent).abs());
        assert!(draw().contains(">tangent, slope 0.54<"));
    }
}
