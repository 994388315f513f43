//! The table of rules against difference quotients.

use crate::tables::expr;
use pencilgrad::derivation::rules::{
    FUNCTIONS, Kind, Meaning, RULES, Reader, Term, apply, derivative,
};
use pencilgrad::derivation::syntax::{Expr, Kind as Tree, Name};

/// For every rule a formula that it applies to at the outside.
const EXAMPLES: &[(&str, &str)] = &[
    ("constant", "a^2 + 3"),
    ("identity", "x"),
    ("dependence", "y"),
    ("sign", "-sin(x)"),
    ("sum", "x^3 - cos(x) + a"),
    ("constant multiple", "a x^2"),
    ("constant divisor", "sin(x)/a"),
    ("product", "x^2 sin(x)"),
    ("reciprocal", "a/(x^2 + 1)"),
    ("quotient", "sin(x)/(x^2 + 1)"),
    ("power", "(x^2 + x)^3"),
    ("exponential", "a^(x^2)"),
    ("general power", "(x^2 + 1)^sin(x)"),
    ("absolute value", "|x^3 - 2|"),
    ("chain", "sin(x^2)"),
    ("repeated", "d/dx (x^4)"),
];

/// x at a few points, shifted; y = x³ + 1.
struct Shifted(f64);

impl Meaning for Shifted {
    fn values(&self, expr: &Expr) -> Option<Vec<f64>> {
        let x = [0.5, 0.75, 1.25, 1.75].map(|x| x + self.0);
        let value = |x: f64| match &expr.kind {
            Tree::Name(name) => Some(match name.symbol.as_str() {
                "x" => x,
                "y" => x.powi(3) + 1.0,
                _ => 1.5,
            }),
            Tree::Derivative(_) => Some(3.0 * x * x),
            _ => None,
        };
        x.into_iter().map(value).collect()
    }

    fn definition(&self, _: &Name) -> Option<(&[Name], &Expr)> {
        None
    }

    fn depends(&self, name: &Name, on: &Name) -> bool {
        name.symbol == "y" && on.symbol == "x"
    }
}

/// The formula and the number of x, read so that x is known before y.
fn read(text: &str, shift: f64) -> (Term, usize) {
    let meaning = Shifted(shift);
    let mut reader = Reader::new(&meaning, vec![0, 1, 2, 3]);
    let asked = reader
        .read(&expr(&format!("d/dx ({text})")))
        .expect("a formula");
    match asked.kind() {
        Kind::Derive { operand, by, .. } => (operand.clone(), *by),
        _ => panic!("{text} was read without its derivative"),
    }
}

/// Compares with difference quotients; the number of points where there was something to compare.
#[track_caller]
fn assert_right(text: &str) -> usize {
    let h = 1e-5;
    let (formula, x) = read(text, 0.0);
    let (above, below) = (read(text, h).0.lanes(), read(text, -h).0.lanes());
    let slope = derivative(&formula, x).lanes();
    let mut compared = 0;
    for lane in 0..slope.len() {
        if !above[lane].is_finite() || !below[lane].is_finite() {
            continue;
        }
        let quotient = (above[lane] - below[lane]) / (2.0 * h);
        // The quotient errs by f‴h²/6, and f‴ is below a thousand here.
        let tolerance = 1e-6 * (1.0 + quotient.abs());
        assert!(
            (slope[lane] - quotient).abs() < tolerance,
            "{text}: {slope:?} at {lane}, nudging says {quotient}"
        );
        compared += 1;
    }
    compared
}

#[test]
fn every_rule_is_right_where_it_is_used() {
    for rule in RULES {
        let example = EXAMPLES.iter().find(|(name, _)| *name == rule.name);
        let (_, text) =
            example.unwrap_or_else(|| panic!("give the rule {:?} an example", rule.name));
        let (formula, x) = read(text, 0.0);
        let used = apply(&formula, x, &mut |part| derivative(part, x)).0;
        assert_eq!(used.name, rule.name, "{text}");
        assert!(assert_right(text) > 0, "{text} has no value anywhere");
    }
}

#[test]
fn every_function_has_its_derivative() {
    for row in FUNCTIONS {
        // Inside and outside of [-1, 1], so that each function has values somewhere.
        let inside = ["x", "x/2", "2x^2 + 1/3"];
        let name = row.function.name();
        let compared = inside.map(|inner| assert_right(&format!("{name}({inner})")));
        assert!(
            compared.iter().sum::<usize>() > 3,
            "{name} has hardly a value"
        );
    }
}
