//! The rules for activations and losses, broken.

use super::forms::{power, scaled};
use crate::derivation::rules::{Kind, Of, Term, Var, apply, find};
use crate::derivation::syntax::Builtin;

/// An activation and what stands in it.
fn activation(u: &Term) -> Option<(Builtin, &Term)> {
    use Builtin::{Gelu, Relu, Sigmoid, Softplus, Tanh};
    let call = u.as_call();
    call.filter(|(function, _)| matches!(function, Sigmoid | Tanh | Relu | Softplus | Gelu))
}

/// z′ for σ(z)
pub(super) fn missing_activation(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let inner = activation(u).filter(|(_, z)| z.as_call().is_none() && z.depends_on(x));
    inner.map(|(_, z)| d(z)).into_iter().collect()
}

/// σ′(a) z′ for σ(z) with a = σ(z); z(1 − z) for a(1 − a), 1 − z² for 1 − a²
pub(super) fn derivative_of_output(u: &Term, _: Var, d: &mut Of) -> Vec<Term> {
    let Some((function, z)) = activation(u) else {
        return Vec::new();
    };
    let at_output = find(function).map(|row| (row.derivative)(u));
    let mixed_up = match function {
        Builtin::Sigmoid => Some(z * (1.0 - z)),
        Builtin::Tanh => Some(1.0 - z.powf(2.0)),
        _ => None,
    };
    let wrong = [at_output, mixed_up].into_iter().flatten();
    wrong.map(|wrong| wrong * d(z)).collect()
}

/// Another activation's derivative at z
pub(super) fn other_activation(u: &Term, _: Var, d: &mut Of) -> Vec<Term> {
    let Some((function, z)) = activation(u) else {
        return Vec::new();
    };
    let others = [
        Builtin::Sigmoid,
        Builtin::Tanh,
        Builtin::Relu,
        Builtin::Softplus,
    ];
    let others = others.into_iter().filter(|other| *other != function);
    let rows = others.filter_map(find);
    // tanh′ is most often written with the value: 1 − a² for a(1 − a), and back.
    let by_value = match function {
        Builtin::Sigmoid => Some(1.0 - u.powf(2.0)),
        Builtin::Tanh => Some(u * (1.0 - u)),
        _ => None,
    };
    let wrong = rows.map(|row| (row.derivative)(z)).chain(by_value);
    wrong.map(|wrong| wrong * d(z)).collect()
}

/// 2 f f′ or f f′/2 for f²/2
pub(super) fn factor_two(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let half = scaled(u, x).filter(|(c, _)| c.lanes()[0] == 0.5);
    let squared = half.and_then(|(_, f)| power(&f, x));
    squares(u, x, d, squared)
}

/// f f′ or 4 f f′ for (a − b)²
pub(super) fn square_of_difference(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let squared = power(u, x).filter(|(_, f, _)| f.as_sum().is_some());
    squares(u, x, d, squared)
}

fn squares(u: &Term, x: Var, d: &mut Of, form: Option<(Term, Term, Term)>) -> Vec<Term> {
    match form {
        Some((_, _, n)) if n.as_number() == Some(2.0) => {
            let right = apply(u, x, d).1;
            vec![2.0 * &right, right / 2.0]
        }
        _ => Vec::new(),
    }
}

/// p′/p for −ln p, and the same for sums of such terms
pub(super) fn loss_sign(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    match u.as_negative() {
        Some(inner) if is_log_likelihood(inner) => vec![-apply(u, x, d).1],
        _ => Vec::new(),
    }
}

fn is_log_likelihood(t: &Term) -> bool {
    match t.kind() {
        Kind::Call(Builtin::Ln | Builtin::Log, _) => true,
        Kind::Product(a, b) => is_log_likelihood(a) || is_log_likelihood(b),
        Kind::Quotient(a, _) => is_log_likelihood(a),
        Kind::Sum(terms) => terms.iter().all(is_log_likelihood),
        _ => false,
    }
}
