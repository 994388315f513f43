//! What a line of vectors and matrices is about: its parts, the activations and dimensions around it.

use super::matrix_products::{elementwise, negative, sum};
use super::repairs::Change;
use crate::derivation::eval::Environment;
use crate::derivation::eval::evaluator::Value;
use crate::derivation::eval::sampling::Point;
use crate::derivation::judge::{NamedMistake, WrongLine};
use crate::derivation::syntax::{Builtin, Dim, Expr, Function, Kind, Name, Number};

/// A wrong line and its surroundings.
pub struct Scene<'a> {
    line: &'a WrongLine<'a>,
    /// The line before, the line itself, and the formulas of everything they mention.
    around: Vec<Expr>,
    /// What the line should equal.
    truth: Vec<(Point, Value)>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(line: &'a WrongLine<'a>) -> Self {
        let mut around = vec![line.previous.clone(), line.claimed.clone()];
        let mut known: Vec<Name> = Vec::new();
        let mut next = 0;
        while next < around.len() && around.len() < 40 {
            for name in names(&around[next]) {
                if !known.contains(&name) {
                    let definition = line.env.definition(&name);
                    around.extend(definition.map(|definition| definition.body.clone()));
                    known.push(name);
                }
            }
            next += 1;
        }
        let truth = line.truth();
        Self {
            line,
            around,
            truth,
        }
    }

    /// The learner's line.
    pub(super) fn claimed(&self) -> &'a Expr {
        self.line.claimed
    }

    /// The line before.
    pub(super) fn previous(&self) -> &'a Expr {
        self.line.previous
    }

    /// Whether a line would have been right.
    pub(super) fn is_right(&self, line: &Expr) -> bool {
        self.line.has_values(&self.truth, line)
    }

    /// The learner's line with one part changed, in every place and way that `change` offers.
    pub(super) fn with_one_change(&self, change: &dyn Fn(&Expr) -> Vec<Expr>) -> Vec<Change> {
        one_change(self.claimed(), change, 40)
    }

    /// The learner's line as a whole, changed.
    pub(super) fn instead(&self, lines: impl IntoIterator<Item = Expr>) -> Vec<Change> {
        let change = |line| Change {
            line,
            site: self.claimed().clone(),
        };
        lines.into_iter().map(change).collect()
    }

    /// Every part of the line, the line before and the formulas behind them.
    pub(super) fn find(&self, wanted: &dyn Fn(&Expr) -> bool) -> Vec<Expr> {
        let mut found: Vec<Expr> = Vec::new();
        for expr in &self.around {
            expr.walk(&mut |part| {
                if wanted(part) && !found.contains(part) {
                    found.push(part.clone());
                }
            });
        }
        found
    }

    /// The names that have formulas, with the formulas.
    pub(super) fn definitions(&self) -> Vec<(Name, Expr)> {
        let plain = self.line.env.definitions.iter();
        let plain = plain.filter(|(_, definition)| definition.parameters.is_empty());
        plain
            .map(|(name, definition)| (name.clone(), definition.body.clone()))
            .collect()
    }

    /// The dimensions of the line's world.
    pub(super) fn sizes(&self) -> Vec<Dim> {
        self.line.env.dimensions()
    }

    /// The same, as expressions.
    pub(super) fn dimensions(&self) -> Vec<Expr> {
        let dims = self.sizes().into_iter();
        let expr = |dim| match dim {
            Dim::Named(name) => Kind::Name(Name::new(&name)).into(),
            Dim::Number(value) => number(f64::from(value)),
        };
        dims.map(expr).collect()
    }

    /// What the learner may have differentiated: a quantity on the way held constant, softmax taken entry by entry.
    pub(super) fn other_derivatives(&self) -> Option<NamedMistake> {
        let diagonal = self.softmax_entry_by_entry().into_iter();
        let mut diagonal = diagonal.filter(|line| self.says(self.line.env, line, self.claimed()));
        if diagonal.next().is_some() {
            return Some(NamedMistake {
                id: "softmax-diagonal-only",
                message:
                    "softmax was differentiated entry by entry: each score moves every probability"
                        .to_owned(),
            });
        }
        let definitions = self.definitions();
        let one = definitions.iter().map(std::slice::from_ref);
        let held = one
            .chain(definitions.windows(2))
            .find(|held| self.holds(held))?;
        let names: Vec<String> = held.iter().map(|(name, _)| name.to_string()).collect();
        Some(NamedMistake {
            id: "one-path-only",
            message: format!("the path through {} was not counted", names.join(" and ")),
        })
    }

    /// Whether the line is the derivative with these quantities held at their values.
    fn holds(&self, held: &[(Name, Expr)]) -> bool {
        let mut env: Environment = self.line.env.clone();
        for (name, _) in held {
            env.definitions.remove(name);
        }
        let at = |expr: &Expr| {
            // The last one defined may be written in the earlier ones, so it is put in first.
            held.iter().rev().fold(expr.clone(), |expr, (name, body)| {
                Kind::At(Box::new(expr), vec![(name.clone(), body.clone())]).into()
            })
        };
        self.says(&env, &at(self.previous()), &at(self.claimed()))
    }

    fn says(&self, env: &Environment, line: &Expr, claimed: &Expr) -> bool {
        let question = self.line.elsewhere(env, line, claimed);
        question.has_values(&question.truth(), claimed)
    }

    /// dC/dp ⊙ p ⊙ (1 − p) for dC/dz, where p = softmax(z)
    fn softmax_entry_by_entry(&self) -> Option<Expr> {
        let Kind::Derivative(asked) = &self.previous().kind else {
            return None;
        };
        let definitions = self.definitions().into_iter();
        let mut outputs = definitions.filter(|(_, body)| match &body.kind {
            Kind::Call {
                function,
                arguments,
                ..
            } => {
                *function == Function::Builtin(Builtin::Softmax)
                    && asked.by.iter().any(|by| arguments.contains(&by.variable))
            }
            _ => false,
        });
        let p = Expr::from(Kind::Name(outputs.next()?.0));
        let mut by_output = asked.clone();
        by_output
            .by
            .iter_mut()
            .for_each(|by| by.variable = p.clone());
        let rest = sum(number(1.0), negative(p.clone()));
        Some(elementwise(
            elementwise(Kind::Derivative(by_output).into(), p),
            rest,
        ))
    }
}

/// `expr` with one part changed.
fn one_change(expr: &Expr, change: &dyn Fn(&Expr) -> Vec<Expr>, depth: usize) -> Vec<Change> {
    let here = change(expr).into_iter().map(|line| Change {
        line,
        site: expr.clone(),
    });
    let mut changes: Vec<Change> = here.collect();
    if depth == 0 {
        return changes;
    }
    for (place, part) in expr.children().into_iter().enumerate() {
        for inner in one_change(part, change, depth - 1) {
            let mut line = expr.clone();
            if let Some(place) = line.children_mut().into_iter().nth(place) {
                *place = inner.line;
            }
            changes.push(Change {
                line,
                site: inner.site,
            });
        }
    }
    changes
}

fn names(expr: &Expr) -> Vec<Name> {
    let mut names = Vec::new();
    expr.walk(&mut |part| {
        if let Kind::Name(name) = &part.kind {
            names.push(name.clone());
        }
    });
    names
}

/// A number as an expression.
pub(super) fn number(value: f64) -> Expr {
    let text = value.to_string();
    Kind::Number(Number { value, text }).into()
}

/// `expr` with every part for which `by` has something put in its place.
pub(super) fn replaced(expr: &Expr, by: &dyn Fn(&Expr) -> Option<Expr>) -> Expr {
    if let Some(new) = by(expr) {
        return new;
    }
    let mut copy = expr.clone();
    for part in copy.children_mut() {
        *part = replaced(part, by);
    }
    copy
}
