//! Lesson 6: diamonds in a row, and how roads outgrow edges.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Point, Svg};

/// How many diamonds the picture above the plot shows.
const SHOWN: usize = 3;
/// How far the plot goes.
const MOST: usize = 20;

/// The edges of diamonds in a row, from node 0 to node 3·`diamonds`, each to a later node.
fn edges(diamonds: usize) -> Vec<(usize, usize)> {
    let diamond = |k: usize| {
        [
            (3 * k, 3 * k + 1),
            (3 * k, 3 * k + 2),
            (3 * k + 1, 3 * k + 3),
            (3 * k + 2, 3 * k + 3),
        ]
    };
    (0..diamonds).flat_map(diamond).collect()
}

/// The number of roads from the first to the last node: one sweep, each edge used once.
fn roads(diamonds: usize) -> f64 {
    let mut arrived = vec![0.0; 3 * diamonds + 1];
    arrived[0] = 1.0;
    for (from, to) in edges(diamonds) {
        arrived[to] += arrived[from];
    }
    arrived[3 * diamonds]
}

/// A number with commas between groups of three digits.
fn grouped(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 470.0);
    ladder(&mut svg);
    growth(&mut svg);
    svg.finish()
}

/// The place of a node: joints on the middle line, the upper and lower corners between them.
fn node(index: usize) -> Point {
    let x = 40.0 + 130.0 * (index / 3) as f64;
    match index % 3 {
        0 => (x, 70.0),
        1 => (x + 65.0, 25.0),
        _ => (x + 65.0, 115.0),
    }
}

fn ladder(svg: &mut Svg) {
    for (from, to) in edges(SHOWN) {
        let (a, b) = (node(from), node(to));
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = dx.hypot(dy);
        let along = |distance: f64| (a.0 + dx * distance / length, a.1 + dy * distance / length);
        svg.arrow(along(9.0), along(length - 10.0), Pen::INK);
    }
    for index in 0..=3 * SHOWN {
        svg.circle(node(index), 8.0, "var(--bg)", Pen::INK);
    }
    for diamonds in 1..=SHOWN {
        let x = node(3 * diamonds).0;
        let count = format!("{} roads", grouped(roads(diamonds)));
        svg.text((x, 148.0), Anchor::Middle, &count);
        let count = format!("{} edges", edges(diamonds).len());
        svg.text((x, 168.0), Anchor::Middle, &count);
    }
}

fn growth(svg: &mut Svg) {
    let plot = Plot {
        x: Axis::linear((0.0, MOST as f64), (52.0, 370.0)),
        y: Axis::powers_of_ten((0, 7), (410.0, 200.0)),
    };
    for diamonds in [0, 5, 10, 15, MOST] {
        plot.tick_below(svg, diamonds as f64, &diamonds.to_string());
    }
    for exponent in [0, 2, 4, 6] {
        plot.power_left(svg, exponent);
    }
    plot.frame(svg);
    svg.text((211.0, 455.0), Anchor::Middle, "diamonds in a row");
    let all = 1..=MOST;
    let counted = |count: &dyn Fn(usize) -> f64| {
        all.clone()
            .map(|k| (k as f64, count(k)))
            .collect::<Vec<_>>()
    };
    curve(
        svg,
        &plot,
        &counted(&roads),
        "roads",
        (Pen::ONE, Mark::Disc),
    );
    let number_of_edges = |diamonds| edges(diamonds).len() as f64;
    curve(
        svg,
        &plot,
        &counted(&number_of_edges),
        "edges",
        (Pen::TWO, Mark::Square),
    );
}

fn curve(svg: &mut Svg, plot: &Plot, points: &[Point], name: &str, (pen, mark): (Pen, Mark)) {
    let places: Vec<Point> = points.iter().map(|&point| plot.at(point)).collect();
    svg.polyline(&places, pen);
    for &place in &places {
        svg.mark(place, mark, pen.colour);
    }
    let ((x, y), &(_, last)) = (places[MOST - 1], &points[MOST - 1]);
    svg.name((x + 12.0, y), Anchor::Start, &grouped(last), pen);
    svg.name((x + 12.0, y + 19.0), Anchor::Start, name, pen);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roads_double_and_edges_grow_by_four() {
        for diamonds in 1..=MOST {
            assert_eq!(roads(diamonds), 2_f64.powi(diamonds as i32));
            assert_eq!(edges(diamonds).len(), 4 * diamonds);
        }
    }

    #[test]
    fn the_drawing_has_the_numbers_of_the_lesson() {
        let drawing = draw();
        for text in [">8 roads<", ">12 edges<", ">1,048,576<", ">80<"] {
            assert!(drawing.contains(text), "{text} is missing");
        }
    }
}
