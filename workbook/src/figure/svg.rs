//! A small SVG writer: lines, shapes and text in the page's colours.

use std::fmt::{Display, Write};

/// A point of the drawing; x to the right, y downwards.
pub(super) type Point = (f64, f64);

/// How a line is drawn. What a colour says, the dash says too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub(super) colour: &'static str,
    pub(super) width: f64,
    pub(super) dash: &'static str,
}

impl Pen {
    pub(super) const INK: Self = Self::new("var(--ink)", 1.5, "none");
    pub(super) const GRID: Self = Self::new("var(--faint)", 1.0, "none");
    pub(super) const ONE: Self = Self::new("var(--one)", 2.5, "none");
    pub(super) const TWO: Self = Self::new("var(--two)", 2.5, "8 5");
    pub(super) const THREE: Self = Self::new("var(--three)", 2.5, "2 4");

    const fn new(colour: &'static str, width: f64, dash: &'static str) -> Self {
        Self {
            colour,
            width,
            dash,
        }
    }
}

/// Where a text stands relative to its point.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The mark of a data point; each line of a plot has a shape of its own.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mark {
    Disc,
    Square,
    Triangle,
}

/// A drawing in the making.
#[derive(Debug)]
pub(super) struct Svg {
    width: f64,
    height: f64,
    body: String,
}

impl Svg {
    /// An empty drawing. A width of 480 with text of size 15 is readable on a phone and not huge on a desk.
    pub(super) fn new(width: f64, height: f64) -> Self {
        Self {
            width,
            height,
            body: String::new(),
        }
    }

    pub(super) fn line(&mut self, from: Point, to: Point, pen: Pen) {
        self.polyline(&[from, to], pen);
    }

    pub(super) fn polyline(&mut self, points: &[Point], pen: Pen) {
        let places: Vec<String> = points.iter().map(|&(x, y)| place(x, y)).collect();
        let Pen {
            colour,
            width,
            dash,
        } = pen;
        self.push(format_args!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" \
             stroke-dasharray=\"{dash}\" stroke-linejoin=\"round\"/>",
            places.join(" ")
        ));
    }

    /// A line with a head at its end.
    pub(super) fn arrow(&mut self, from: Point, to: Point, pen: Pen) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy).max(1e-9);
        let (ux, uy) = (dx / length, dy / length);
        let neck = (to.0 - 9.0 * ux, to.1 - 9.0 * uy);
        self.line(from, neck, pen);
        let side = |s: f64| place(neck.0 - s * uy - ux, neck.1 + s * ux - uy);
        self.push(format_args!(
            "<polygon points=\"{} {} {}\" fill=\"{}\"/>",
            place(to.0, to.1),
            side(4.5),
            side(-4.5),
            pen.colour
        ));
    }

    pub(super) fn circle(&mut self, (x, y): Point, radius: f64, fill: &str, pen: Pen) {
        self.push(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{}\" stroke-width=\"{}\"/>",
            short(x),
            short(y),
            pen.colour,
            pen.width
        ));
    }

    /// A filled shape with an outline. The fill is thin enough for text on top of it.
    pub(super) fn area(&mut self, corners: &[Point], fill: &str, pen: Pen) {
        self.push(format_args!(
            "{} fill=\"{fill}\" fill-opacity=\"0.35\" stroke=\"{}\" stroke-width=\"{}\"/>",
            polygon(corners),
            pen.colour,
            pen.width
        ));
    }

    pub(super) fn mark(&mut self, (x, y): Point, mark: Mark, colour: &str) {
        let shape = match mark {
            Mark::Disc => format!("<circle cx=\"{}\" cy=\"{}\" r=\"3.5\"", short(x), short(y)),
            Mark::Square => polygon(&[
                (x - 3.5, y - 3.5),
                (x + 3.5, y - 3.5),
                (x + 3.5, y + 3.5),
                (x - 3.5, y + 3.5),
            ]),
            Mark::Triangle => polygon(&[(x, y - 4.5), (x + 4.5, y + 3.5), (x - 4.5, y + 3.5)]),
        };
        self.push(format_args!("{shape} fill=\"{colour}\"/>"));
    }

    /// Text of the usual size, in ink.
    pub(super) fn text(&mut self, at: Point, anchor: Anchor, text: &str) {
        self.write(at, anchor, text, "var(--ink)", "");
    }

    /// Text in a line's colour and bold, to name that line.
    pub(super) fn name(&mut self, at: Point, anchor: Anchor, text: &str, pen: Pen) {
        self.write(at, anchor, text, pen.colour, " font-weight=\"bold\"");
    }

    /// Text that stays readable on top of lines: the page shines around it.
    pub(super) fn label(&mut self, at: Point, anchor: Anchor, text: &str) {
        let halo = " stroke=\"var(--bg)\" stroke-width=\"5\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
        self.write(at, anchor, text, "var(--ink)", halo);
    }

    fn write(&mut self, (x, y): Point, anchor: Anchor, text: &str, colour: &str, more: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let (x, y) = (short(x), short(y));
        self.push(format_args!(
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"{colour}\"{more}>{text}</text>"
        ));
    }

    fn push(&mut self, element: impl Display) {
        writeln!(self.body, "{element}").expect("a string takes everything");
    }

    /// The finished drawing.
    pub(super) fn finish(self) -> String {
        let Self {
            width,
            height,
            body,
        } = self;
        format!(
            "<svg viewBox=\"0 0 {width} {height}\" xmlns=\"http://www.w3.org/2000/svg\" \
             font-family=\"inherit\" font-size=\"15\">\n{body}</svg>"
        )
    }
}

fn polygon(corners: &[Point]) -> String {
    let places: Vec<String> = corners.iter().map(|&(x, y)| place(x, y)).collect();
    format!("<polygon points=\"{}\"", places.join(" "))
}

fn place(x: f64, y: f64) -> String {
    format!("{},{}", short(x), short(y))
}

/// A tenth of a unit is finer than any screen shows.
fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

/// A number as the book prints it: a real minus sign, and no zeros at the end.
pub(super) fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => &text,
    };
    text.replace('-', "−")
}

/// A power of ten: `10⁻⁵`.
pub(super) fn power_of_ten(exponent: i32) -> String {
    let digits = exponent.to_string();
    let raised = digits.chars().map(|digit| match digit {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        other => char::from_u32('⁰' as u32 + other as u32 - '0' as u32).unwrap_or(other),
    });
    format!("10{}", raised.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_in_the_book() {
        assert_eq!(number(-2.98999, 5), "−2.98999");
        assert_eq!(number(3.0, 5), "3");
        assert_eq!(number(100.0, 0), "100");
        assert_eq!(power_of_ten(-15), "10⁻¹⁵");
        assert_eq!(power_of_ten(0), "10⁰");
    }

    #[test]
    fn text_cannot_break_the_drawing() {
        let mut svg = Svg::new(10.0, 10.0);
        svg.text((1.0, 2.26), Anchor::Start, "a < b & c");
        assert!(
            svg.finish()
                .contains("y=\"2.3\" text-anchor=\"start\" fill=\"var(--ink)\">a &lt; b &amp; c<")
        );
    }
}
