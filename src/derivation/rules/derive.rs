//! The differentiator: walks a formula and uses the table.

use super::table::{Of, RULES, Rule};
use super::term::{Term, Var};

/// The derivative of a formula by a variable.
pub fn derivative(u: &Term, x: Var) -> Term {
    u.derivative_or(x, || apply(u, x, &mut |part| derivative(part, x)).1)
}

/// One rule: the one that applies to `u`, and the derivative it makes of the derivatives of the parts.
pub fn apply(u: &Term, x: Var, of: &mut Of) -> (&'static Rule, Term) {
    for rule in RULES {
        if let Some(result) = (rule.derivative)(u, x, of) {
            return (rule, result);
        }
    }
    // Only a function without a row comes here, and reading one makes a leaf of it.
    (&RULES[0], Term::number(f64::NAN))
}

/// The parts whose derivatives the rule for `u` asks for, each once, and the right derivative of `u`.
pub fn parts(u: &Term, x: Var) -> Vec<Term> {
    let mut parts: Vec<Term> = Vec::new();
    apply(u, x, &mut |part| {
        if !parts.iter().any(|known| known.is(part)) {
            parts.push(part.clone());
        }
        derivative(part, x)
    });
    parts
}

/// How many rules a reader applies to differentiate `u`: constants, sums and x itself are free.
pub fn applications(u: &Term, x: Var) -> usize {
    let mut below = 0;
    let mut seen: Vec<Term> = Vec::new();
    let (rule, _) = apply(u, x, &mut |part| {
        if !seen.iter().any(|known| known.is(part)) {
            seen.push(part.clone());
            below += applications(part, x);
        }
        derivative(part, x)
    });
    below + usize::from(rule.counts)
}
