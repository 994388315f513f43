//! Lesson 3: the error of difference quotients against the step.

use super::plot::{Axis, Plot};
use super::svg::{Anchor, Mark, Pen, Svg, power_of_ten};
use pencilgrad::autodiff::Tape;

/// A difference quotient of sin at `x` with step `h`.
type Quotient = fn(f64, f64) -> f64;

fn forward(x: f64, h: f64) -> f64 {
    ((x + h).sin() - x.sin()) / h
}

fn central(x: f64, h: f64) -> f64 {
    ((x + h).sin() - (x - h).sin()) / (2.0 * h)
}

fn richardson(x: f64, h: f64) -> f64 {
    let (wide, narrow) = (central(x, h), central(x, h / 2.0));
    narrow + (narrow - wide) / 3.0
}

/// Steps and errors at 1, for the steps 10⁻¹ to 10⁻¹⁵. The truth comes from the library's tape.
fn errors(quotient: Quotient) -> Vec<(f64, f64)> {
    let tape = Tape::new();
    let x = tape.input(1.0);
    let truth = x.sin().backward().of(x);
    let steps = (1..=15).map(|k| 10_f64.powi(-k));
    steps
        .map(|h| (h, (quotient(1.0, h) - truth).abs()))
        .collect()
}

/// The step with the smallest error, and that error.
fn best(errors: &[(f64, f64)]) -> (f64, f64) {
    let smallest = errors.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
    smallest.expect("there are fifteen steps")
}

struct Curve {
    name: &'static str,
    quotient: Quotient,
    pen: Pen,
    mark: Mark,
}

const CURVES: [Curve; 3] = [
    Curve {
        name: "forward",
        quotient: forward,
        pen: Pen::ONE,
        mark: Mark::Disc,
    },
    Curve {
        name: "central",
        quotient: central,
        pen: Pen::TWO,
        mark: Mark::Square,
    },
    Curve {
        name: "Richardson",
        quotient: richardson,
        pen: Pen::THREE,
        mark: Mark::Triangle,
    },
];

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 400.0);
    let plot = Plot {
        x: Axis::powers_of_ten((-15, 0), (52.0, 395.0)),
        y: Axis::powers_of_ten((-15, 0), (340.0, 24.0)),
    };
    for exponent in [-15, -12, -9, -6, -3, 0] {
        plot.power_below(&mut svg, exponent);
        plot.power_left(&mut svg, exponent);
    }
    plot.frame(&mut svg);
    svg.text((224.0, 384.0), Anchor::Middle, "step h");
    svg.text((52.0, 14.0), Anchor::Start, "error");
    for curve in &CURVES {
        draw_curve(&mut svg, &plot, curve);
    }
    svg.finish()
}

fn draw_curve(svg: &mut Svg, plot: &Plot, curve: &Curve) {
    let errors = errors(curve.quotient);
    let places: Vec<_> = errors.iter().map(|&point| plot.at(point)).collect();
    svg.polyline(&places, curve.pen);
    for &place in &places {
        svg.mark(place, curve.mark, curve.pen.colour);
    }
    let (x, y) = places[0];
    svg.name((x + 10.0, y + 5.0), Anchor::Start, curve.name, curve.pen);
    let lowest = best(&errors);
    let (x, y) = plot.at(lowest);
    svg.circle((x, y), 9.0, "none", Pen::INK);
    let exponent = lowest.0.log10().round() as i32;
    svg.label((x - 6.0, y + 24.0), Anchor::End, &power_of_ten(exponent));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rings_stand_where_the_lesson_says() {
        let [forward, central, richardson] = CURVES.map(|curve| best(&errors(curve.quotient)));
        assert_eq!((forward.0, central.0, richardson.0), (1e-8, 1e-5, 1e-3));
        assert!((1e-9..6e-9).contains(&forward.1), "{forward:?}");
        assert!((1e-12..3e-11).contains(&central.1), "{central:?}");
        assert!(richardson.1 < 1e-12, "{richardson:?}");
        let drawing = draw();
        for label in ["10⁻⁸", "10⁻⁵", "10⁻³"] {
            assert!(
                drawing.contains(&format!("paint-order=\"stroke\">{label}<")),
                "{label}"
            );
        }
    }

    #[test]
    fn the_right_side_falls_with_the_powers_1_2_and_4() {
        for (curve, power) in CURVES.iter().zip([1.0, 2.0, 4.0]) {
            let errors = errors(curve.quotient);
            let slope = (errors[0].1 / errors[1].1).log10();
            assert!((slope - power).abs() < 0.05, "{}: {slope}", curve.name);
        }
    }

    #[test]
    fn the_library_finds_a_smaller_error_than_any_central_step() {
        let estimate = pencilgrad::numeric::derivative(f64::sin, 1.0);
        let off = (estimate.value - 1.0_f64.cos()).abs();
        assert!(off < best(&errors(central)).1, "{off}");
    }
}
