//! What a fair measure of agreement must do. Most home-made ones fail one of these.

use pencilgrad::strategies::{example, half, holds, nonzero_half, property, same};
use relative_error::relative_error;

// The number to know by heart: an answer that is twice or half the truth has a relative error of one third.
#[test]
fn twice_the_truth_is_a_third_off() {
    example("2 and 1 have the relative error 1/3", || {
        same(
            "your relative_error(2, 1)",
            relative_error(2.0, 1.0),
            "1 apart, for sizes of 2 and 1, it",
            1.0 / 3.0,
        )
    })
    .assert();
}

// Which of the two is called the truth must not change how far apart they are. Dividing by one of them alone
// gives 1/2 in one order and 1 in the other.
#[test]
fn order_does_not_matter() {
    property(
        "Swapping the two numbers changes nothing",
        (half(), half()),
        |(a, n)| {
            same(
                &format!("relative_error({a}, {n})"),
                relative_error(a, n),
                &format!("relative_error({n}, {a})"),
                relative_error(n, a),
            )
        },
    )
    .names(["a", "n"])
    .assert();
}

// A derivative in metres per second and the same in kilometres per hour agree equally well. The scales tried
// here go from 2⁻⁴⁰, about 10⁻¹², to 2⁴⁰: gradients of a network have all of these sizes.
#[test]
fn units_do_not_matter() {
    property(
        "Multiplying both numbers by the same factor changes nothing",
        (half(), half(), -40_i32..=40),
        |(a, n, power)| {
            let unit = f64::powi(2.0, power);
            same(
                &format!("relative_error({a}, {n})"),
                relative_error(a, n),
                &format!("with both times 2^{power} it"),
                relative_error(unit * a, unit * n),
            )
        },
    )
    .names(["a", "n", "power"])
    .assert();
}

// 0 is perfect, 1 is as bad as it gets: a wrong sign, or zero for something that is not. On such a scale a
// number means the same in every problem.
#[test]
fn between_zero_and_one() {
    property(
        "A relative error is between 0 and 1, and 1 for opposite numbers",
        (half(), nonzero_half()),
        |(a, n)| {
            let error = relative_error(a, n);
            let told = format!(
                "relative_error({a}, {n}) is between 0 and 1
yours is {error}"
            );
            holds(told, (0.0..=1.0).contains(&error))?;
            same(
                &format!("relative_error({n}, {})", -n),
                relative_error(n, -n),
                "for opposite numbers it",
                1.0,
            )
        },
    )
    .names(["a", "n"])
    .assert();
}

// No error means no error, also where both numbers are 0. A gradient has many zeros: a NaN for each of them, and
// the check is worth nothing.
#[test]
fn zero_exactly_when_equal() {
    property(
        "The relative error is 0 when the numbers are equal, and not otherwise",
        (half(), half()),
        |(a, n)| {
            let (own, other) = (relative_error(a, a), relative_error(a, n));
            holds(
                format!(
                    "relative_error({a}, {a}) is 0
yours is {own}"
                ),
                own == 0.0,
            )?;
            let told = format!(
                "relative_error({a}, {n}) is more than 0
yours is {other}"
            );
            holds(told, a == n || other > 0.0)
        },
    )
    .names(["a", "n"])
    .assert();
}
