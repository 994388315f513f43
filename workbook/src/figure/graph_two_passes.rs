//! Lesson 7: one graph, its values on the way forwards and its adjoints on the way back.

use super::svg::{Anchor, Pen, Point, Svg, number};
use pencilgrad::autodiff::{Tape, Var};

const NAMES: [&str; 7] = ["a", "b", "c", "f", "e", "d", "L"];
const PLACES: [Point; 7] = [
    (45.0, 70.0),
    (45.0, 160.0),
    (170.0, 205.0),
    (300.0, 250.0),
    (170.0, 115.0),
    (300.0, 160.0),
    (430.0, 205.0),
];
/// From a node to its consumer.
const EDGES: [(usize, usize); 6] = [(0, 4), (1, 4), (4, 5), (2, 5), (5, 6), (3, 6)];
const OPERATIONS: [(usize, &str); 3] = [(4, "×"), (5, "+"), (6, "×")];
const RADIUS: f64 = 20.0;
/// How far below the first picture the second one stands.
const BELOW: f64 = 290.0;

/// The value of each node, its adjoint, and the local derivative of each edge.
#[derive(Debug)]
struct Example {
    values: [f64; 7],
    adjoints: [f64; 7],
    local: [f64; 6],
}

/// The example of the lesson, with every derivative from the library's tape.
fn example() -> Example {
    let tape = Tape::new();
    let [a, b, c, f] = [2.0, -3.0, 10.0, -2.0].map(|value| tape.input(value));
    let e = a * b;
    let d = e + c;
    let nodes: [Var<'_>; 7] = [a, b, c, f, e, d, d * f];
    let adjoints = nodes[6].backward();
    Example {
        values: nodes.map(|node| node.value()),
        adjoints: nodes.map(|node| adjoints.of(node)),
        local: EDGES.map(|(from, to)| nodes[to].backward().of(nodes[from])),
    }
}

pub(super) fn draw() -> String {
    let example = example();
    let mut svg = Svg::new(480.0, 590.0);
    svg.text((20.0, 22.0), Anchor::Start, "forwards: values");
    svg.text(
        (20.0, 22.0 + BELOW),
        Anchor::Start,
        "backwards: local derivatives beside the arrows, adjoints in bold",
    );
    for (&(from, to), local) in EDGES.iter().zip(example.local) {
        edge(&mut svg, (PLACES[from], PLACES[to]), Pen::ONE);
        let (start, end) = (lowered(PLACES[to]), lowered(PLACES[from]));
        edge(&mut svg, (start, end), Pen::TWO);
        let middle = (f64::midpoint(start.0, end.0), f64::midpoint(start.1, end.1));
        // Beside the line: a dash next to a number reads as a minus.
        let beside = if end.1 < start.1 { -9.0 } else { 21.0 };
        let at = (middle.0 + 6.0, middle.1 + beside);
        svg.text(at, Anchor::Middle, &number(local, 2));
    }
    for node in 0..NAMES.len() {
        let (x, y) = PLACES[node];
        circle(&mut svg, (x, y), NAMES[node]);
        let value = number(example.values[node], 2);
        svg.name((x, y - RADIUS - 7.0), Anchor::Middle, &value, Pen::ONE);
        circle(&mut svg, lowered((x, y)), NAMES[node]);
        let adjoint = number(example.adjoints[node], 2);
        let above = lowered((x, y - RADIUS - 7.0));
        svg.name(above, Anchor::Middle, &adjoint, Pen::TWO);
    }
    for (node, operation) in OPERATIONS {
        let (x, y) = PLACES[node];
        svg.text((x, y + RADIUS + 17.0), Anchor::Middle, operation);
    }
    svg.finish()
}

fn lowered((x, y): Point) -> Point {
    (x, y + BELOW)
}

fn circle(svg: &mut Svg, at: Point, name: &str) {
    svg.circle(at, RADIUS, "var(--bg)", Pen::INK);
    svg.text((at.0, at.1 + 5.0), Anchor::Middle, name);
}

/// An arrow between two circles.
fn edge(svg: &mut Svg, (from, to): (Point, Point), pen: Pen) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    let along = |distance: f64| {
        (
            from.0 + dx * distance / length,
            from.1 + dy * distance / length,
        )
    };
    svg.arrow(along(RADIUS), along(length - RADIUS - 1.0), pen);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_adjoints_are_those_of_the_pencil() {
        let example = example();
        assert_eq!(example.values, [2.0, -3.0, 10.0, -2.0, -6.0, 4.0, -8.0]);
        assert_eq!(example.adjoints, [6.0, -4.0, -2.0, 4.0, -2.0, -2.0, 1.0]);
        assert_eq!(example.local, [-3.0, 2.0, 1.0, 1.0, -2.0, 4.0]);
    }

    #[test]
    fn the_drawing_has_every_number() {
        let drawing = draw();
        let Example {
            values, adjoints, ..
        } = example();
        for value in values.into_iter().chain(adjoints) {
            let text = format!(">{}<", number(value, 2));
            assert!(drawing.contains(&text), "{text} is missing");
        }
    }
}
