//! Lesson 5: a curve with two valleys, and where descent from three starts ends.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg, number};
use pencilgrad::numeric;

/// The starts, with the pen and the mark that tell their paths apart.
const STARTS: [(f64, Pen, Mark); 3] = [
    (-0.5, Pen::ONE, Mark::Disc),
    (0.5, Pen::TWO, Mark::Square),
    (0.0, Pen::THREE, Mark::Triangle),
];
const RATE: f64 = 0.1;
const STEPS: usize = 60;

fn f(x: f64) -> f64 {
    x.powi(4) / 4.0 - x.powi(3) / 3.0 - x * x
}

fn path(start: f64) -> Vec<f64> {
    let step = |&x: &f64| Some(x - RATE * slope(x));
    std::iter::successors(Some(start), step)
        .take(STEPS + 1)
        .collect()
}

/// The slope by nudging; what is below its own error counts as flat.
fn slope(x: f64) -> f64 {
    let found = numeric::derivative(f, x);
    if found.value.abs() <= found.error {
        0.0
    } else {
        found.value
    }
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 320.0);
    let plot = Plot {
        x: Axis::linear((-1.9, 3.1), (44.0, 466.0)),
        y: Axis::linear((-3.5, 2.0), (280.0, 14.0)),
    };
    for x in [-1.0, 0.0, 1.0, 2.0, 3.0] {
        plot.tick_below(&mut svg, x, &number(x, 0));
    }
    for y in [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0] {
        plot.tick_left(&mut svg, y, &number(y, 0));
    }
    plot.frame(&mut svg);
    let curve: Vec<Point> = (-75..=124)
        .map(|k| f64::from(k) / 40.0)
        .filter(|&x| f(x) <= 2.0)
        .map(|x| plot.at((x, f(x))))
        .collect();
    svg.polyline(&curve, Pen::INK);
    for (start, pen, mark) in STARTS {
        let thetas = path(start);
        for &x in &thetas {
            svg.mark(plot.at((x, f(x))), mark, pen.colour);
        }
        let (x, y) = plot.at((start, f(start)));
        let text = format!("from {}", number(start, 1));
        let (place, anchor) = match start {
            left if left < 0.0 => ((x - 14.0, y - 22.0), Anchor::End),
            right if right > 0.0 => ((x + 16.0, y + 2.0), Anchor::Start),
            _ => ((x + 4.0, y - 26.0), Anchor::Start),
        };
        svg.name(place, anchor, &text, pen);
        let end = thetas[STEPS];
        if (end - start).abs() > 1e-6 {
            let (x, y) = plot.at((end, f(end)));
            svg.label((x, y + 22.0), Anchor::Middle, &number(f(end), 3));
        }
    }
    svg.finish()
}

#[cfg(test)]
mod tests {
    use super::{STEPS, draw, path};

    #[test]
    fn the_start_decides_where_it_ends() {
        for (start, end) in [(-0.5, -1.0), (0.5, 2.0), (0.0, 0.0)] {
            let last = path(start)[STEPS];
            assert!((last - end).abs() < 1e-3, "from {start} to {last}");
        }
        let drawing = draw();
        for text in ["−0.417", "−2.667"] {
            assert!(drawing.contains(&format!(">{text}<")), "{text}");
        }
    }
}
