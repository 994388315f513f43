//! First the numbers, then the derivative. The last test shows what the method cannot do.

use complex_step::{Complex, complex_step};
use pencilgrad::strategies::{example, half, positive_half, property, same, same_within};

fn pair(z: Complex) -> [f64; 2] {
    [z.re, z.im]
}

fn shown(z: Complex) -> String {
    let sign = if z.im < 0.0 { '-' } else { '+' };
    format!("({} {sign} {}i)", z.re, z.im.abs())
}

fn complex(re: f64, im: f64) -> Complex {
    Complex { re, im }
}

// Multiply out, and replace i times i by -1. Entry [0] is the real part, [1] the imaginary one.
#[test]
fn the_product_rule_of_i() {
    example("(1 + 2i)(3 - i) = 5 + 5i", || {
        let product = complex(1.0, 2.0) * complex(3.0, -1.0);
        same(
            "your product",
            pair(product),
            "multiplied out it",
            [5.0, 5.0],
        )
    })
    .assert();
}

// What makes the exponential what it is, for complex numbers too. It uses your product.
#[test]
fn exp_turns_sums_into_products() {
    property(
        "exp of a sum is the product of the exps",
        (half(), half(), half(), half()),
        |(a, b, c, d)| {
            let (z, w) = (complex(a, b), complex(c, d));
            same(
                &format!("exp{}", shown(z + w)),
                pair((z + w).exp()),
                &format!("exp{} exp{}", shown(z), shown(w)),
                pair(z.exp() * w.exp()),
            )
        },
    )
    .names(["a", "b", "c", "d"])
    .assert();
}

// Euler: exp(iz) = cos z + i sin z. The cosine is even and goes when exp(-iz) is taken away; the sine is left,
// 2i times.
#[test]
fn sine_is_made_of_exponentials() {
    property(
        "2i times sin z is exp(iz) minus exp(-iz)",
        (half(), half()),
        |(a, b)| {
            let z = complex(a, b);
            let (ahead, back) = (complex(-b, a).exp(), complex(b, -a).exp());
            same_within(
                &format!("2i sin{}", shown(z)),
                pair(complex(0.0, 2.0) * z.sin()),
                "the difference of the exponentials",
                [ahead.re - back.re, ahead.im - back.im],
                1e-12, // the exponentials are up to 20, and nearly cancel where the sine is small
            )
        },
    )
    .names(["a", "b"])
    .assert();
}

/// A function of complex numbers and the derivative of the same function of real ones.
type Curve = (&'static str, fn(Complex) -> Complex, fn(f64) -> f64);

const CURVES: [Curve; 5] = [
    ("z³", |z| z * z * z, |x| 3.0 * x * x),
    ("z exp z", |z| z * z.exp(), |x| (1.0 + x) * x.exp()),
    ("sin z²", |z| (z * z).sin(), |x| 2.0 * x * (x * x).cos()),
    ("exp(sin z)", |z| z.sin().exp(), |x| x.cos() * x.sin().exp()),
    ("sin z", Complex::sin, f64::cos),
];

// The best that a central difference reaches is 10⁻¹¹. This is 10⁻¹⁵, the last bit or two, with a step of 10⁻²⁰
// that would be lost in x + h. Every operation must carry the small imaginary part along.
#[test]
fn right_to_the_last_bits() {
    property(
        "With a step of 1e-20 the derivative is right to the last bits",
        (positive_half(), 0_usize..CURVES.len()),
        |(x, which)| {
            let (name, f, slope) = CURVES[which];
            let truth = slope(x);
            same_within(
                &format!("your derivative of {name} at {x}"),
                complex_step(f, x, 1e-20),
                "on paper it",
                truth,
                1e-15 * truth.abs().max(1.0),
            )
        },
    )
    .names(["x", "_"])
    .assert();
}

// The method fails on |x|, and no care in the code helps: the size of x + ih is a real number, so there is nothing
// in the imaginary part to read. The slope of |x| at 1 is 1. This test asks for the wrong answer, 0, because
// that is what the method gives. Know it before you trust it.
#[test]
fn the_absolute_value_is_out_of_reach() {
    example(
        "The complex step says 0 for |x| at 1, where the slope is 1",
        || {
            let yours = complex_step(Complex::abs, 1.0, 1e-20);
            same(
                "yours",
                yours,
                "the imaginary part of |1 + ih|, over h,",
                0.0,
            )
        },
    )
    .assert();
}
