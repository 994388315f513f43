//! The power rule and the rule for exponentials, broken.

use super::forms::{power, scaled, variable};
use crate::derivation::rules::{Base, Kind, Of, Term, Var};
use crate::derivation::syntax::Builtin;

/// fⁿ⁻¹f′; for a negative n the minus may have come down alone.
pub(super) fn lost_coefficient(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let Some((c, f, n)) = power(u, x) else {
        return Vec::new();
    };
    let bare = c * f.pow(&(&n - 1.0)) * d(&f);
    match n.lanes()[0] < 0.0 {
        true => vec![-&bare, bare],
        false => vec![bare],
    }
}

/// n fⁿ f′
pub(super) fn not_lowered(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    with_exponent(u, x, d, 0.0)
}

/// n fⁿ⁺¹ f′
pub(super) fn raised(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    with_exponent(u, x, d, 1.0)
}

fn with_exponent(u: &Term, x: Var, d: &mut Of, change: f64) -> Vec<Term> {
    let form = power(u, x);
    let wrong = form.map(|(c, f, n)| c * &n * f.pow(&(&n + change)) * d(&f));
    wrong.into_iter().collect()
}

/// (c + n) fⁿ⁻¹ f′ for c fⁿ
pub(super) fn coefficient_plus_exponent(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let Some((c, rest)) = scaled(u, x) else {
        return Vec::new();
    };
    let form = power(&rest, x);
    let wrong = form.map(|(k, f, n)| (c * k + &n) * f.pow(&(&n - 1.0)) * d(&f));
    wrong.into_iter().collect()
}

/// fⁿ⁺¹/(n + 1), and the other integrals a learner knows by heart.
pub(super) fn integrated(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    if let Some((c, f, n)) = power(u, x) {
        let raised = &n + 1.0;
        return match raised.lanes()[0] == 0.0 {
            true => vec![c * f.call(Builtin::Ln)],
            false => vec![c * f.pow(&raised) / raised],
        };
    }
    if let Some((base, f)) = u.as_exponential(x) {
        return vec![u / (base.ln() * d(&f))];
    }
    match (u.as_call(), variable(u, x)) {
        (Some((Builtin::Sin, f)), _) => vec![-(f.call(Builtin::Cos) / d(f))],
        (Some((Builtin::Cos, f)), _) => vec![f.call(Builtin::Sin) / d(f)],
        (None, Some(bare)) if u.is(&bare) => vec![bare.powf(2.0) / 2.0],
        _ => Vec::new(),
    }
}

/// f a^(f−1), with and without f′; for f^g, g f^(g−1) f′
pub(super) fn power_rule_on_exponential(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let exponential = u.as_exponential(x).filter(|(_, f)| f.depends_on(x));
    if let Some((base, f)) = exponential {
        let bare = &f * base.pow(&(&f - 1.0));
        return vec![&bare * d(&f), bare];
    }
    match u.as_general_power() {
        Some((f, g)) if g.depends_on(x) => vec![g * f.pow(&(g - 1.0)) * d(f)],
        _ => Vec::new(),
    }
}

/// aᶠ f′; and f′/f for a logarithm in base b
pub(super) fn missing_log(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    if let Some((_, f)) = u.as_exponential(x) {
        return vec![u * d(&f)];
    }
    let argument = match u.kind() {
        Kind::Call(Builtin::Log10, f) => Some(f),
        Kind::Quotient(above, below) if !below.depends_on(x) => {
            match (above.kind(), below.kind()) {
                (Kind::Call(Builtin::Ln, f), Kind::Call(Builtin::Ln, _)) => Some(f),
                _ => None,
            }
        }
        _ => None,
    };
    argument.map(|f| d(f) / f).into_iter().collect()
}

/// −aᶠ ln a f′
pub(super) fn exponential_sign(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    let right = |(base, f): (Base, Term)| u * base.ln() * d(&f);
    let wrong = u.as_exponential(x).map(right).map(|right| -right);
    wrong.into_iter().collect()
}

/// e⁻ˣ for e⁻ˣ: the inner derivative is −1, so the one thing missing is a sign.
pub(super) fn exponential_minus(u: &Term, x: Var, d: &mut Of) -> Vec<Term> {
    match u.as_exponential(x) {
        Some((_, f)) if d(&f).as_number() == Some(-1.0) => exponential_sign(u, x, d),
        _ => Vec::new(),
    }
}
