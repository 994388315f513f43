//! A wrong line's mistakes: the diagnosis asked with what the judge knows.

use super::verdict::NamedMistake;
use super::wrong::WrongLine;
use crate::derivation::eval::inferred_dependence;
use crate::derivation::line_diagnosis::{Case, diagnose, repairs};
use crate::derivation::rules::Meaning;
use crate::derivation::syntax::{Expr, Name};

/// The mistakes that explain a wrong line, best first.
pub fn name_mistakes(line: &WrongLine<'_>) -> Vec<NamedMistake> {
    let found = diagnose(&Case {
        before: line.previous,
        claimed: line.claimed,
        by: line.rule,
        meaning: line,
    });
    if found.is_empty() {
        return repairs(line);
    }
    let named = found.into_iter().map(|diagnosis| NamedMistake {
        id: diagnosis.id,
        message: diagnosis.message,
    });
    named.collect()
}

impl Meaning for WrongLine<'_> {
    fn values(&self, expr: &Expr) -> Option<Vec<f64>> {
        let sampled = WrongLine::values(self, expr).ok()?;
        let scalar = sampled.shapes().flatten().all(|shape| shape == (1, 1));
        let number = |entries: Option<Vec<f64>>| entries.map_or(f64::NAN, |entries| entries[0]);
        scalar.then(|| sampled.entries().map(number).collect())
    }

    fn definition(&self, name: &Name) -> Option<(&[Name], &Expr)> {
        let definition = self.env.definition(name)?;
        Some((definition.parameters.as_slice(), &definition.body))
    }

    fn depends(&self, name: &Name, on: &Name) -> bool {
        inferred_dependence(self.env, name).contains(on)
    }
}
