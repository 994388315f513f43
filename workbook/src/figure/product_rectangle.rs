//! Lesson 2: the product rule as a rectangle that grows by two strips and a corner.

use super::svg::{Anchor, Pen, Point, Svg, number};

/// The running example at 1: the sides x and x + 1.
const SIDES: Point = (2.0, 1.0);
/// So large that the eye can see the corner.
const GROWTH: f64 = 0.4;

/// The areas of the strip beside the long growth direction, of the strip below, and of the corner.
fn pieces() -> [f64; 3] {
    let (wide, high) = SIDES;
    [wide * GROWTH, high * GROWTH, GROWTH * GROWTH]
}

pub(super) fn draw() -> String {
    let mut svg = Svg::new(480.0, 300.0);
    let at = |x: f64, y: f64| (40.0 + 165.0 * x, 250.0 - 165.0 * y);
    let (wide, high) = SIDES;
    let (wider, higher) = (wide + GROWTH, high + GROWTH);
    let [above, beside, corner] = pieces();
    let block = |svg: &mut Svg, (x0, y0): Point, (x1, y1): Point, fill: &str| {
        svg.area(
            &[at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)],
            fill,
            Pen::INK,
        );
    };
    block(&mut svg, (0.0, 0.0), (wide, high), "var(--faint)");
    block(&mut svg, (0.0, high), (wide, higher), "var(--one)");
    block(&mut svg, (wide, 0.0), (wider, high), "var(--two)");
    block(&mut svg, (wide, high), (wider, higher), "var(--three)");
    let area = format!("area 2 · 1 = {}", number(wide * high, 2));
    svg.label(at(wide / 2.0, high / 2.0), Anchor::Middle, &area);
    let (x, y) = at(wide / 2.0, high + GROWTH / 2.0);
    let text = format!("strip 2 · h = {}", number(above, 2));
    svg.label((x, y + 5.0), Anchor::Middle, &text);
    let (x, y) = at(wide + GROWTH / 2.0, high / 2.0);
    for (shift, text) in [
        (-18.0, "strip"),
        (2.0, "1 · h ="),
        (22.0, &number(beside, 2)),
    ] {
        svg.label((x, y + shift), Anchor::Middle, text);
    }
    let (x, y) = at(wide + GROWTH / 2.0, high + GROWTH / 2.0);
    for (shift, text) in [(-4.0, "h · h ="), (16.0, &number(corner, 2))] {
        svg.label((x, y + shift), Anchor::Middle, text);
    }
    let below = at(0.0, 0.0).1 + 22.0;
    svg.text((at(wide / 2.0, 0.0).0, below), Anchor::Middle, "x + 1 = 2");
    svg.text(
        (at(wide + GROWTH / 2.0, 0.0).0, below),
        Anchor::Middle,
        "h = 0.4",
    );
    let left = at(0.0, 0.0).0 - 8.0;
    svg.text((left, at(0.0, high / 2.0).1 - 4.0), Anchor::End, "x =");
    svg.text((left, at(0.0, high / 2.0).1 + 16.0), Anchor::End, "1");
    svg.text(
        (left, at(0.0, high + GROWTH / 2.0).1 + 5.0),
        Anchor::End,
        "h",
    );
    svg.finish()
}

#[cfg(test)]
mod tests {
    use super::{GROWTH, SIDES, draw, pieces};

    #[test]
    fn the_pieces_are_what_the_area_gained() {
        let (wide, high) = SIDES;
        let gained = (wide + GROWTH) * (high + GROWTH) - wide * high;
        assert!((pieces().iter().sum::<f64>() - gained).abs() < 1e-12);
        let drawing = draw();
        for text in ["strip 2 · h = 0.8", "0.4", "0.16", "area 2 · 1 = 2"] {
            assert!(drawing.contains(&format!(">{text}<")), "{text}");
        }
    }
}
