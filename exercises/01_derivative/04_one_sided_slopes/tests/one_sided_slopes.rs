//! Kinks, bends, and how to tell them apart.

use one_sided_slopes::{has_kink, one_sided_slopes};
use pencilgrad::strategies::{example, half, holds, property, same_within};

type Curve = fn(f64) -> f64;

// Curves with a corner at the place beside them.
const KINKS: [(&str, Curve, f64); 5] = [
    ("|x|", f64::abs, 0.0),
    ("max(x, 0)", |x| x.max(0.0), 0.0),
    ("|x - 1| + 2x", |x| (x - 1.0).abs() + 2.0 * x, 1.0),
    ("max(x, x²)", |x| x.max(x * x), 1.0),
    ("0.001·|x|", |x| 0.001 * x.abs(), 0.0),
];

// Curves without one. Some look like it.
const BENDS: [(&str, Curve, f64); 6] = [
    ("3x² - 4x + 5", |x| 3.0 * x * x - 4.0 * x + 5.0, 3.0),
    ("x·|x|", |x| x * x.abs(), 0.0),
    ("|x|", f64::abs, 1.0),
    ("1000x²", |x| 1000.0 * x * x, 1.5),
    ("2x + 1", |x| 2.0 * x + 1.0, 0.5),
    ("sin x", f64::sin, 1.0),
];

// From the left and from the right, at a corner and elsewhere. First comes the slope to the left.
//
// In x·|x| the bars suggest a corner, but both slopes at 0 are 0. That is the derivative.
#[test]
fn slopes_to_either_side() {
    let rows: [(&str, Curve, f64, (f64, f64)); 6] = [
        ("|x|", f64::abs, 0.0, (-1.0, 1.0)),
        ("max(x, 0)", |x| x.max(0.0), 0.0, (0.0, 1.0)),
        (
            "|x - 1| + 2x",
            |x| (x - 1.0).abs() + 2.0 * x,
            1.0,
            (1.0, 3.0),
        ),
        ("x·|x|", |x| x * x.abs(), 0.0, (0.0, 0.0)),
        (
            "3x² - 4x + 5",
            |x| 3.0 * x * x - 4.0 * x + 5.0,
            3.0,
            (14.0, 14.0),
        ),
        ("|x|", f64::abs, -2.0, (-1.0, -1.0)),
    ];
    for (name, f, x, (left, right)) in rows {
        example("The slopes of a curve to either side of a point", || {
            let (yours_left, yours_right) = one_sided_slopes(f, x);
            let said = format!("your slope of {name} to the left of {x}");
            // Three digits after the point were asked for.
            same_within(&said, yours_left, "the true slope", left, 0.001)?;
            let said = format!("your slope of {name} to the right of {x}");
            same_within(&said, yours_right, "the true slope", right, 0.001)
        })
        .assert();
    }
}

// A kink is a kink, also when one of its slopes is 0, when both point the same way, and when the corner is slight.
#[test]
fn kinks_are_found() {
    for (name, f, x) in KINKS {
        example("These curves have a kink", || {
            holds(format!("{name} has a kink at {x}"), has_kink(f, x))
        })
        .assert();
    }
}

// A secant to the left and a secant to the right always differ a little on a curve that bends. On 1000x² the gap
// is large. But it shrinks with h, and at a kink it does not.
#[test]
fn bends_are_no_kinks() {
    for (name, f, x) in BENDS {
        example(
            "These curves bend, or not even that, and have no kink",
            || holds(format!("{name} has no kink at {x}"), !has_kink(f, x)),
        )
        .assert();
    }
}

// Adding m·x + c tilts both sides by m and lifts them by c. The gap between the slopes stays as it is.
#[test]
fn a_line_on_top_changes_nothing() {
    property(
        "Adding a line m·x + c makes no kink and takes none away",
        (half(), half()),
        |(m, c)| {
            for (name, f, x) in KINKS {
                let said = format!("{name} + {m}·x + {c} has a kink at {x}");
                holds(said, has_kink(|x| f(x) + m * x + c, x))?;
            }
            for (name, f, x) in BENDS {
                let said = format!("{name} + {m}·x + {c} has no kink at {x}");
                holds(said, !has_kink(|x| f(x) + m * x + c, x))?;
            }
            Ok(())
        },
    )
    .assert();
}
