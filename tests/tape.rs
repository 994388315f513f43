//! The tape: every local derivative against exact ones of another library, and the laws of a sweep.

use approx::assert_relative_eq;
use num_dual::{DualNum, first_derivative};
use pencilgrad::autodiff::Tape;

/// One row an operation: its name, on the tape, the same in the other library, and where.
macro_rules! operations {
    ($($name:literal: |$x:ident| $body:expr, at $($point:expr),+;)*) => {
        #[test]
        fn every_operation_has_the_derivative_of_another_library() {
            $(for point in [$($point),+] {
                let tape = Tape::new();
                let input = tape.input(point);
                let on_tape = { let $x = input; $body };
                let (value, derivative) = first_derivative(|$x| $body, point);
                assert_relative_eq!(on_tape.value(), value, max_relative = 1e-14);
                let swept = on_tape.backward().of(input);
                assert!((swept - derivative).abs() <= 1e-14 * derivative.abs().max(1.0), "{} at {point}", $name);
            })*
        }
    };
}

operations! {
    "exp": |x| x.exp(), at -2.0, 0.0, 3.0;
    "ln": |x| x.ln(), at 0.1, 1.0, 40.0;
    "sqrt": |x| x.sqrt(), at 0.25, 9.0;
    "sin": |x| x.sin(), at -1.0, 0.0, 2.0;
    "cos": |x| x.cos(), at -1.0, 0.0, 2.0;
    "tanh": |x| x.tanh(), at -3.0, 0.0, 0.5;
    "powi": |x| x.powi(3), at -2.0, 0.0, 1.5;
    "negative powi": |x| x.powi(-2), at -2.0, 1.5;
    "x plus x": |x| x + x, at -2.0, 1.5;
    "x times x": |x| x * x, at -2.0, 1.5;
    "x minus sin x": |x| x - x.sin(), at -2.0, 1.5;
    "sin x over x": |x| x.sin() / x, at -2.0, 1.5;
    "minus x": |x| -x, at -2.0, 1.5;
    "with constants": |x| (x * 3.0 + 1.0) / 2.0 - 5.0, at -2.0, 1.5;
}

#[test]
fn sigmoid_and_relu_have_their_known_slopes() {
    for x in [-800.0, -3.0, 0.0, 2.0, 800.0] {
        let tape = Tape::new();
        let input = tape.input(x);
        let sigma = input.sigmoid();
        let expected = 1.0 / (2.0 + x.exp() + (-x).exp()); // σ′(x) = 1/(2 + eˣ + e⁻ˣ)
        assert_relative_eq!(
            sigma.backward().of(input),
            expected,
            max_relative = 1e-12,
            epsilon = 1e-300
        );
    }
    for (x, slope) in [(-1.5, 0.0), (0.0, 0.0), (2.0, 1.0)] {
        let tape = Tape::new();
        let input = tape.input(x);
        assert_eq!(input.relu().backward().of(input), slope);
    }
}

#[test]
fn a_node_used_twice_receives_both_contributions() {
    let tape = Tape::new();
    let x = tape.input(1.3);
    let f = x.powi(2) * x.sin();
    let by_product_rule = 2.0 * 1.3 * 1.3_f64.sin() + 1.3_f64.powi(2) * 1.3_f64.cos();
    assert_relative_eq!(f.backward().of(x), by_product_rule, max_relative = 1e-15);
}

#[test]
fn what_the_result_does_not_depend_on_has_adjoint_zero() {
    let tape = Tape::new();
    let (x, unused) = (tape.input(2.0), tape.input(7.0));
    let f = x * x;
    let later = tape.input(1.0);
    let adjoints = f.backward();
    assert_eq!(
        (adjoints.of(x), adjoints.of(unused), adjoints.of(later)),
        (4.0, 0.0, 0.0)
    );
}

#[test]
fn a_sweep_is_linear_in_the_cotangent() {
    let tape = Tape::new();
    let inputs = tape.inputs(&[0.5, -1.5]);
    let (x, y) = (inputs[0], inputs[1]);
    let outputs = [x * y, (x + y).exp()];
    let sweep = |v: f64, w: f64| {
        let adjoints = tape.vjp(&outputs, &[v, w]);
        [adjoints.of(x), adjoints.of(y)]
    };
    let (first, second, both) = (sweep(1.0, 0.0), sweep(0.0, 1.0), sweep(3.0, -2.0));
    for i in 0..2 {
        assert_relative_eq!(
            both[i],
            3.0 * first[i] - 2.0 * second[i],
            max_relative = 1e-14
        );
    }
    assert_eq!(first, [-1.5, 0.5]);
}
