//! Axes: from numbers to places, with a grid and ticks.

use super::svg::{Anchor, Pen, Point, Svg, power_of_ten};

/// One axis: the numbers from `low` to `high` lie between the places `start` and `end`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    scale: fn(f64) -> f64,
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Axis {
    /// Equal steps for equal differences.
    pub(super) fn linear((low, high): Point, (start, end): Point) -> Self {
        Self {
            scale: |value| value,
            low,
            high,
            start,
            end,
        }
    }

    /// Equal steps for equal ratios, from 10 to the power `low` to 10 to the power `high`.
    pub(super) fn powers_of_ten((low, high): (i32, i32), (start, end): Point) -> Self {
        Self {
            scale: f64::log10,
            low: f64::from(low),
            high: f64::from(high),
            start,
            end,
        }
    }

    /// The place of a number; one that lies outside is drawn at the edge.
    pub(super) fn at(&self, value: f64) -> f64 {
        let share = ((self.scale)(value) - self.low) / (self.high - self.low);
        self.start + share.clamp(0.0, 1.0) * (self.end - self.start)
    }
}

/// A plot with an axis along the bottom and one along the left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plot {
    pub(super) x: Axis,
    pub(super) y: Axis,
}

impl Plot {
    pub(super) fn at(&self, (x, y): Point) -> Point {
        (self.x.at(x), self.y.at(y))
    }

    /// A vertical line of the grid, with its label below.
    pub(super) fn tick_below(&self, svg: &mut Svg, value: f64, label: &str) {
        let x = self.x.at(value);
        svg.line((x, self.y.start), (x, self.y.end), Pen::GRID);
        svg.text((x, self.y.start + 20.0), Anchor::Middle, label);
    }

    /// A horizontal line of the grid, with its label to the left.
    pub(super) fn tick_left(&self, svg: &mut Svg, value: f64, label: &str) {
        let y = self.y.at(value);
        svg.line((self.x.start, y), (self.x.end, y), Pen::GRID);
        svg.text((self.x.start - 8.0, y + 5.0), Anchor::End, label);
    }

    pub(super) fn power_below(&self, svg: &mut Svg, exponent: i32) {
        self.tick_below(svg, 10_f64.powi(exponent), &power_of_ten(exponent));
    }

    pub(super) fn power_left(&self, svg: &mut Svg, exponent: i32) {
        self.tick_left(svg, 10_f64.powi(exponent), &power_of_ten(exponent));
    }

    /// The two axes themselves, on top of the grid.
    pub(super) fn frame(&self, svg: &mut Svg) {
        let corner = (self.x.start, self.y.start);
        svg.polyline(
            &[
                (self.x.start, self.y.end),
                corner,
                (self.x.end, self.y.start),
            ],
            Pen::INK,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;

    #[test]
    fn numbers_find_their_places() {
        let linear = Axis::linear((0.0, 20.0), (50.0, 450.0));
        assert_eq!(
            (linear.at(0.0), linear.at(10.0), linear.at(99.0)),
            (50.0, 250.0, 450.0)
        );
        let powers = Axis::powers_of_ten((-16, 0), (300.0, 20.0));
        assert_eq!(
            (powers.at(1e-16), powers.at(1e-8), powers.at(1.0)),
            (300.0, 160.0, 20.0)
        );
        assert_eq!(powers.at(0.0), 300.0);
    }
}
