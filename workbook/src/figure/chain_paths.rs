//! Lesson 6: the two roads from an input to the output of the running example.

use super::svg::{Anchor, Pen, Point, Svg, number};
use pencilgrad::autodiff::Tape;

/// Values and local derivatives of v = (u₁u₂, u₁ + u₂²), f = v₁v₂ + sin v₂.
#[derive(Debug)]
struct Example {
    u: [f64; 2],
    v: [f64; 2],
    f: f64,
    /// ∂v/∂u, a row for each v.
    inner: [[f64; 2]; 2],
    /// ∂f/∂v.
    outer: [f64; 2],
    /// ∂(f∘g)/∂u, by one sweep over the whole computation.
    gradient: [f64; 2],
}

/// The example at `u`, with every derivative from the library's tape.
fn example(u: [f64; 2]) -> Example {
    let tape = Tape::new();
    let (u1, u2) = (tape.input(u[0]), tape.input(u[1]));
    let (v1, v2) = (u1 * u2, u1 + u2.powi(2));
    let f = v1 * v2 + v2.sin();
    let by_u = |output: pencilgrad::autodiff::Var<'_>| {
        let adjoints = output.backward();
        [adjoints.of(u1), adjoints.of(u2)]
    };
    let adjoints = f.backward();
    Example {
        u,
        v: [v1.value(), v2.value()],
        f: f.value(),
        inner: [by_u(v1), by_u(v2)],
        outer: [adjoints.of(v1), adjoints.of(v2)],
        gradient: by_u(f),
    }
}

const U: [Point; 2] = [(62.0, 60.0), (62.0, 220.0)];
const V: [Point; 2] = [(232.0, 60.0), (232.0, 220.0)];
const F: Point = (410.0, 140.0);
const RADIUS: f64 = 22.0;

pub(super) fn draw() -> String {
    let example = example([2.0, -1.0]);
    let Example {
        u, v, inner, outer, ..
    } = &example;
    let mut svg = Svg::new(480.0, 340.0);
    // The roads of u₁ stand out; those of u₂ are there, thin.
    edge(&mut svg, (U[1], V[0]), Pen::INK, (0.28, 5.0), inner[0][1]);
    edge(&mut svg, (U[1], V[1]), Pen::INK, (0.5, 5.0), inner[1][1]);
    edge(&mut svg, (U[0], V[0]), Pen::ONE, (0.5, 5.0), inner[0][0]);
    edge(&mut svg, (V[0], F), Pen::ONE, (0.55, -8.0), outer[0]);
    edge(&mut svg, (U[0], V[1]), Pen::TWO, (0.28, 5.0), inner[1][0]);
    edge(&mut svg, (V[1], F), Pen::TWO, (0.7, 26.0), outer[1]);
    for (at, name, value) in [
        (U[0], "u₁", u[0]),
        (U[1], "u₂", u[1]),
        (V[0], "v₁", v[0]),
        (V[1], "v₂", v[1]),
        (F, "f", example.f),
    ] {
        node(&mut svg, at, name, value);
    }
    roads(&mut svg, &example);
    svg.finish()
}

/// An arrow between two circles, with its local derivative at a share of the way and so far below the line.
fn edge(svg: &mut Svg, (from, to): (Point, Point), pen: Pen, (share, below): Point, local: f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    let along = |distance: f64| {
        (
            from.0 + dx * distance / length,
            from.1 + dy * distance / length,
        )
    };
    svg.arrow(along(RADIUS), along(length - RADIUS - 1.0), pen);
    let (x, y) = along(share * length);
    svg.label((x, y + below), Anchor::Middle, &number(local, 5));
}

fn node(svg: &mut Svg, at: Point, name: &str, value: f64) {
    svg.circle(at, RADIUS, "var(--bg)", Pen::INK);
    svg.text((at.0, at.1 + 5.0), Anchor::Middle, name);
    svg.text(
        (at.0, at.1 - RADIUS - 8.0),
        Anchor::Middle,
        &number(value, 4),
    );
}

/// The sum, written out below.
fn roads(svg: &mut Svg, example: &Example) {
    let Example {
        inner,
        outer,
        gradient,
        ..
    } = example;
    let product = |local: f64, outer: f64| {
        let worth = number(local * outer, 5);
        format!("({}) · ({}) = {worth}", number(local, 5), number(outer, 5))
    };
    let rows = [
        (
            280.0,
            Pen::ONE,
            "through v₁",
            product(inner[0][0], outer[0]),
        ),
        (
            303.0,
            Pen::TWO,
            "through v₂",
            product(inner[1][0], outer[1]),
        ),
    ];
    for (y, pen, name, text) in rows {
        svg.line((20.0, y - 5.0), (56.0, y - 5.0), pen);
        svg.text((66.0, y), Anchor::Start, &format!("{name}: {text}"));
    }
    let sum = format!("both together: {}", number(gradient[0], 5));
    svg.text((66.0, 328.0), Anchor::Start, &sum);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_roads_add_up_to_the_sweep() {
        for u in [[2.0, -1.0], [0.5, 3.0], [-1.5, 2.0]] {
            let Example {
                inner,
                outer,
                gradient,
                ..
            } = example(u);
            for input in 0..2 {
                let roads = inner[0][input] * outer[0] + inner[1][input] * outer[1];
                assert!((roads - gradient[input]).abs() < 1e-12, "{u:?}");
            }
        }
    }

    #[test]
    fn the_drawing_has_the_numbers_of_the_lesson() {
        let (drawing, words) = (
            draw(),
            crate::figure::find("chain-paths").unwrap().description,
        );
        let sum = number(example([2.0, -1.0]).gradient[0], 5);
        assert!(words.contains(&sum), "{words}");
        for text in [
            ">through v₁: (−1) · (3) = −3<",
            ">through v₂: (1) · (−2.98999) = −2.98999<",
            ">both together: −5.98999<",
            ">−5.8589<",
        ] {
            assert!(drawing.contains(text), "{text} is missing in {drawing}");
        }
    }
}
