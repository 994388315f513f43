//! Shape problems as sentences, in the names of the dimensions.

use super::infer::{Misfit, Shape, ShapeProblem, infer};
use crate::derivation::eval::Environment;
use crate::derivation::eval::program::Program;
use crate::derivation::eval::world::World;
use crate::derivation::syntax::{Dim, Expr, Kind, Name, Span};
use std::collections::BTreeMap;

/// Checks the two sides of a claim: each has a shape, and it is the same one.
///
/// # Errors
/// One sentence that says what does not fit.
pub(crate) fn check(
    env: &Environment,
    program: &Program,
    sides: [&Expr; 2],
    text: &str,
) -> Result<(), String> {
    let words = Words::new(env, text);
    let [left, right] = [&program.roots[0], &program.roots[1]];
    let left_shape = infer(program, left).map_err(|problem| words.misfit(&problem))?;
    let right_shape = infer(program, right).map_err(|problem| words.misfit(&problem))?;
    let zero = |expr: &Expr| matches!(&expr.kind, Kind::Number(number) if number.value == 0.0);
    if left_shape == right_shape || zero(sides[0]) || zero(sides[1]) {
        return Ok(());
    }
    Err(words.mismatch(sides[0], left_shape, right_shape))
}

/// Sizes back to names.
struct Words<'a> {
    text: &'a str,
    names: BTreeMap<usize, String>,
}

impl<'a> Words<'a> {
    fn new(env: &Environment, text: &'a str) -> Self {
        let dims = env.dimensions();
        let world = World::first(&dims);
        let mut names = BTreeMap::new();
        for dim in dims {
            let size = world.size(&dim);
            match dim {
                Dim::Named(name) if !name.starts_with('#') => names.insert(size, name),
                Dim::Number(number) if number as usize != size => {
                    names.insert(size, number.to_string())
                }
                _ => None,
            };
        }
        Self { text, names }
    }

    fn size(&self, size: usize) -> String {
        self.names
            .get(&size)
            .cloned()
            .unwrap_or_else(|| size.to_string())
    }

    /// "a number", "n×1", "m×n".
    fn shape(&self, shape: Shape) -> String {
        match shape {
            (1, 1) => "a number".to_owned(),
            (rows, columns) => format!("{}×{}", self.size(rows), self.size(columns)),
        }
    }

    fn quoted(&self, span: Span) -> String {
        let written = span.of(self.text).trim();
        if written.is_empty() || written.chars().count() > 50 {
            "this part".to_owned()
        } else {
            format!("`{written}`")
        }
    }

    fn mismatch(&self, left: &Expr, wanted: Shape, found: Shape) -> String {
        let (wanted_words, found_words) = (self.shape(wanted), self.shape(found));
        let transposed = wanted == (found.1, found.0);
        let owner = match gradient_of(left) {
            Some(name) => {
                format!("a gradient has the shape of its argument, {name}: {wanted_words}")
            }
            None => format!("the line before is {wanted_words}"),
        };
        let question = if transposed { ": transposed?" } else { "" };
        format!("{owner}; this line is {found_words}{question}")
    }

    fn misfit(&self, problem: &ShapeProblem) -> String {
        let place = self.quoted(problem.span);
        match &problem.kind {
            Misfit::Sum(a, b) => format!(
                "{place} is {}, and what it is added to is {}",
                self.shape(*b),
                self.shape(*a)
            ),
            Misfit::Product(left, a, right, b) => self.product(*left, *a, *right, *b),
            Misfit::Elementwise(a, b) => {
                format!(
                    "{place} goes entry by entry, but one part is {} and the other {}",
                    self.shape(*a),
                    self.shape(*b)
                )
            }
            Misfit::Square(shape) => {
                format!("{place} needs a square matrix, not {}", self.shape(*shape))
            }
            Misfit::Entry(shape) => {
                format!("{place} has too many indices for {}", self.shape(*shape))
            }
            Misfit::Ragged => format!("the rows of {place} have different lengths"),
        }
    }

    /// A product that does not exist, and the transposition or order that does.
    fn product(&self, left: Span, a: Shape, right: Span, b: Shape) -> String {
        let (first, second) = (self.quoted(left), self.quoted(right));
        let mut sentence = format!(
            "{first} is {} and {second} is {}: their product does not exist",
            self.shape(a),
            self.shape(b)
        );
        let (x, y) = (first.trim_matches('`'), second.trim_matches('`'));
        let fitting = if a.0 == b.0 {
            Some(format!("({x})ᵀ {y}"))
        } else if a.1 == b.1 {
            Some(format!("{x} ({y})ᵀ"))
        } else if b.1 == a.0 {
            Some(format!("{y} {x}"))
        } else {
            None
        };
        if let (Some(fitting), false) = (fitting, first == "this part" || second == "this part") {
            sentence.push_str(&format!("; {fitting} does"));
        }
        sentence
    }
}

/// The name that a gradient differentiates by.
fn gradient_of(expr: &Expr) -> Option<&Name> {
    let Kind::Derivative(derivative) = &expr.kind else {
        return None;
    };
    let [wrt] = derivative.by.as_slice() else {
        return None;
    };
    match &wrt.variable.kind {
        Kind::Name(name) => Some(name),
        _ => None,
    }
}
