//! What an undeclared name depends on, from the derivatives that are taken of it: `dy/du · du/dx` means y(u), u(x).

use super::environment::Environment;
use crate::derivation::syntax::Name;

/// What a name without a formula depends on: as declared, else as its derivatives show.
pub(crate) fn known(env: &Environment, name: &Name) -> Vec<Name> {
    if let Some(on) = env.dependences.get(name) {
        return on.clone();
    }
    if env.definition(name).is_some()
        || env.declared(name).is_some() && !env.usage.primed.contains(name)
    {
        return Vec::new();
    }
    inferred(env, name)
}

/// The names that `name` depends on; empty for an independent variable.
pub(crate) fn inferred(env: &Environment, name: &Name) -> Vec<Name> {
    let usage = &env.usage;
    if let Some(by) = usage.numerators.get(name) {
        let mut on: Vec<Name> = Vec::new();
        for (variable, partial) in by {
            let mutual = depends(env, variable, name, 0);
            if mutual && independent_first(name, variable) {
                continue;
            }
            let others = by.iter().filter(|(other, _)| other != variable);
            let through_another = others
                .clone()
                .any(|(other, _)| depends(env, other, variable, 0));
            if (!through_another || *partial) && !on.contains(variable) {
                on.push(variable.clone());
            }
        }
        if !on.is_empty() {
            return on;
        }
    }
    if usage.primed.contains(name) {
        return vec![main_variable(env, name)];
    }
    Vec::new()
}

/// The variable that a prime means: the first one something is differentiated by, else x.
pub(crate) fn main_variable(env: &Environment, except: &Name) -> Name {
    let used = env
        .usage
        .variables
        .iter()
        .find(|&variable| variable != except);
    used.cloned().unwrap_or_else(|| Name::new("x"))
}

/// Whether a name depends on a variable, as far as derivatives and declarations show.
fn depends(env: &Environment, name: &Name, variable: &Name, depth: usize) -> bool {
    if depth > 8 {
        return false;
    }
    let direct: Vec<&Name> = match env.dependences.get(name) {
        Some(on) => on.iter().collect(),
        None => env
            .usage
            .numerators
            .get(name)
            .into_iter()
            .flatten()
            .map(|(by, _)| by)
            .collect(),
    };
    if let Some(definition) = env.definition(name) {
        let mut found = false;
        super::compile::visit(&definition.body, &mut |expr| {
            found |= matches!(&expr.kind, crate::derivation::syntax::Kind::Name(known) if known == variable);
        });
        if found {
            return true;
        }
    }
    direct
        .iter()
        .any(|on| *on == variable || (*on != name && depends(env, on, variable, depth + 1)))
}

/// Of two names that are differentiated by each other, whether the first is the independent one.
fn independent_first(first: &Name, second: &Name) -> bool {
    let rank = |name: &Name| match name.symbol.as_str() {
        "x" => 0,
        "t" => 1,
        _ => 2,
    };
    (rank(first), &second.symbol) < (rank(second), &first.symbol)
}
