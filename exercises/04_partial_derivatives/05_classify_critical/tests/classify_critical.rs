//! Critical points: a table, and what must not matter.

use classify_critical::{Kind, classify_critical};
use pencilgrad::strategies::{Difference, example, half, holds, nonzero_half, property};

/// Passes when the answer is `expected`, and shows what was asked.
fn must_be(what: &str, [h11, h12, h22]: [f64; 3], expected: Kind) -> Result<(), Difference> {
    let yours = classify_critical(h11, h12, h22);
    let asked = format!("{what} {h11:.3}, {h12:.3}, {h22:.3}");
    holds(
        format!("{asked}:\nit is {expected:?}, you return {yours:?}"),
        yours == expected,
    )
}

/// The second derivatives along axes that were turned by an angle.
fn turned([h11, h12, h22]: [f64; 3], degrees: f64) -> [f64; 3] {
    let (s, c) = degrees.to_radians().sin_cos();
    let along = |u: f64, v: f64| h11 * u * u + 2.0 * h12 * u * v + h22 * v * v;
    let mixed = (h22 - h11) * s * c + h12 * (c * c - s * s);
    [along(c, s), mixed, along(-s, c)]
}

// The surfaces of the lesson. Two of them go up along both axes and are a saddle all the same.
#[test]
fn the_table_of_the_lesson() {
    for (surface, h, expected) in [
        ("x² + xy + y²", [2.0, 1.0, 2.0], Kind::Minimum),
        ("-x² - y²", [-2.0, 0.0, -2.0], Kind::Maximum),
        ("xy", [0.0, 1.0, 0.0], Kind::Saddle),
        ("x² + 3xy + y²", [2.0, 3.0, 2.0], Kind::Saddle),
        ("x² - y²", [2.0, 0.0, -2.0], Kind::Saddle),
        (
            "x² + y⁴, x² - y⁴ and x² + y³",
            [2.0, 0.0, 0.0],
            Kind::Undecided,
        ),
        ("a constant", [0.0, 0.0, 0.0], Kind::Undecided),
    ] {
        example(&format!("At the origin: {surface}"), || {
            must_be("second derivatives", h, expected)
        })
        .assert();
    }
}

// A bowl stays a bowl when you walk around it. The three numbers change, the surface does not.
#[test]
fn turning_the_axes_changes_nothing() {
    property(
        "The kind of a point does not change when the axes are turned",
        ([half(), half(), half()], 1..=11_i32),
        |(h, twelfths)| {
            let degrees = f64::from(15 * twelfths);
            let before = classify_critical(h[0], h[1], h[2]);
            let what = format!("{h:?} turned by {degrees}° gives");
            must_be(&what, turned(h, degrees), before)
        },
    )
    .names(["h", "_"])
    .assert();
}

// Turn the surface upside down: bowls become hills, and a saddle stays a saddle.
#[test]
fn upside_down() {
    property(
        "Upside down, minima and maxima are swapped, and the others stay",
        [half(), half(), half()],
        |h| {
            let swapped = match classify_critical(h[0], h[1], h[2]) {
                Kind::Minimum => Kind::Maximum,
                Kind::Maximum => Kind::Minimum,
                other => other,
            };
            must_be(&format!("{h:?}, upside down,"), h.map(|x| -x), swapped)
        },
    )
    .names(["h"])
    .assert();
}

// A trough that lies askew. Along its floor nothing bends, in a computer up to rounding. What it does further out
// only higher derivatives know.
#[test]
fn troughs_are_undecided() {
    property(
        "A surface that bends along one direction only is undecided",
        (nonzero_half(), 0..=36_i32),
        |(bend, tens)| {
            let (s, c) = f64::from(5 * tens).to_radians().sin_cos();
            let h = [bend * c * c, bend * s * c, bend * s * s];
            must_be(&format!("a trough at {}°,", 5 * tens), h, Kind::Undecided)
        },
    )
    .names(["bend", "_"])
    .assert();
}

// Metres or kilometres: the numbers shrink, the bowl remains. So zero must be zero compared with something.
#[test]
fn other_units() {
    property(
        "The kind of a point does not change when f is measured in other units",
        ([half(), half(), half()], -8..=8_i32),
        |(h, power)| {
            let before = classify_critical(h[0], h[1], h[2]);
            let times = 10_f64.powi(power);
            let after = h.map(|x| x * times);
            let yours = classify_critical(after[0], after[1], after[2]);
            let told = format!("{h:?} is {before:?}\nand 1e{power} times that is {before:?} as well, you return {yours:?}");
            holds(told, yours == before)
        },
    )
    .names(["h", "_"])
    .assert();
}
