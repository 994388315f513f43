//! The table of rules with one rule broken: what a learner's slip would have made of a line.
//!
//! A row gives the mistake's id in the [catalogue](crate::mistake), the rule it breaks, one sentence, the wrong
//! derivatives it predicts, and an example that it must explain. Of two rows that explain the same line the earlier
//! one is named first, so the table goes from the particular to the general. Sources: the wrong answers that
//! instructors label in published question banks, and *everything linear* after Matz, *Towards a computational theory
//! of algebraic competence* (1980).

mod algebra;
mod asked;
mod chain;
mod constants;
mod forms;
mod functions;
mod losses;
mod powers;
mod products;
mod quotients;

pub use asked::Asked;

use super::rules::{Of, Term, Var};
use super::syntax::Rule as By;

/// One broken rule of differentiation.
pub struct Malrule {
    /// The mistake's id in the catalogue.
    pub id: &'static str,
    /// The rule that is broken.
    pub breaks: By,
    /// One sentence; `{}` stands for the part that was being differentiated.
    pub message: &'static str,
    /// What it makes of `u′`, given the derivatives of the parts. May contain the right derivative, which is skipped.
    pub wrong: fn(&Term, Var, &mut Of) -> Vec<Term>,
    /// An example: what is differentiated, and the wrong derivative.
    pub example: (&'static str, &'static str),
    /// Whether it is frequent enough to be tried together with another one.
    pub frequent: bool,
}

/// One broken rule of algebra.
pub struct Miswriting {
    /// The mistake's id in the catalogue.
    pub id: &'static str,
    /// One sentence; `{}` stands for the part that was rewritten.
    pub message: &'static str,
    /// The malrule it is named before, in a tie; without one it is named after all of them.
    pub before: Option<&'static str>,
    /// What it makes of a formula.
    pub wrong: fn(&Term) -> Vec<Term>,
    /// An example: a formula, and what it became.
    pub example: (&'static str, &'static str),
}

/// A question misread: the right answer to another one.
pub struct Misreading {
    /// The mistake's id in the catalogue.
    pub id: &'static str,
    /// One sentence; `{}` stands for what should be differentiated.
    pub message: &'static str,
    /// The malrule it is named before, in a tie.
    pub before: Option<&'static str>,
    /// The answers to the other questions.
    pub wrong: fn(&Asked<'_>) -> Vec<Term>,
    /// An example: the question, and the answer to another one.
    pub example: (&'static str, &'static str),
}

const fn often(
    id: &'static str,
    breaks: By,
    wrong: fn(&Term, Var, &mut Of) -> Vec<Term>,
    example: (&'static str, &'static str),
    message: &'static str,
) -> Malrule {
    Malrule {
        id,
        breaks,
        message,
        wrong,
        example,
        frequent: true,
    }
}

const fn seldom(
    id: &'static str,
    breaks: By,
    wrong: fn(&Term, Var, &mut Of) -> Vec<Term>,
    example: (&'static str, &'static str),
    message: &'static str,
) -> Malrule {
    Malrule {
        frequent: false,
        ..often(id, breaks, wrong, example, message)
    }
}

const fn misread(
    id: &'static str,
    before: Option<&'static str>,
    wrong: fn(&Asked<'_>) -> Vec<Term>,
    example: (&'static str, &'static str),
    message: &'static str,
) -> Misreading {
    Misreading {
        id,
        message,
        before,
        wrong,
        example,
    }
}

const fn algebra(
    id: &'static str,
    before: Option<&'static str>,
    wrong: fn(&Term) -> Vec<Term>,
    example: (&'static str, &'static str),
    message: &'static str,
) -> Miswriting {
    Miswriting {
        id,
        message,
        before,
        wrong,
        example,
    }
}

/// Every broken rule of differentiation, in the order in which ties are named.
#[rustfmt::skip]
pub const MALRULES: &[Malrule] = &[
    seldom("exponential-sign",                 By::Exponential,   powers::exponential_minus,         ("e^(-x)", "e^(-x)"),                        "the minus from the exponent of {} is missing"),
    often ("missing-inner-derivative",         By::Chain,         chain::missing_inner,              ("(x^2+x)^3", "3(x^2+x)^2"),                 "the inner derivative of {} is missing"),
    often ("implicit-derivative-missing",      By::Chain,         constants::implicit_missing,       ("x^2 + y^2", "2x + 2y"),                    "the derivative of {} is missing as a factor: {} depends on the variable"),
    seldom("factor-two",                       By::Power,         losses::factor_two,                ("(x-a)^2/2", "2(x-a)"),                     "the 2 of the square in {}, or the factor in front of it, is one too many or missing"),
    often ("power-lost-coefficient",           By::Power,         powers::lost_coefficient,          ("x^7", "x^6"),                              "the exponent of {} did not come down as a factor"),
    seldom("factor-two",                       By::Power,         losses::square_of_difference,      ("(x-a)^2", "x-a"),                          "the 2 of the square in {} is missing or one too many"),
    often ("power-exponent-not-lowered",       By::Power,         powers::not_lowered,               ("x^3", "3x^3"),                             "the exponent of {} was not lowered by one"),
    seldom("power-exponent-raised",            By::Power,         powers::raised,                    ("x^3", "3x^4"),                             "the exponent of {} was raised where it should be lowered"),
    seldom("coefficient-plus-exponent",        By::Power,         powers::coefficient_plus_exponent, ("3x^2", "5x"),                              "coefficient and exponent of {} were added where they should be multiplied"),
    often ("quotient-of-derivatives",          By::Quotient,      quotients::of_derivatives,         ("sin(x)/(x^2+1)", "cos(x)/(2x)"),           "the derivatives of numerator and denominator of {} were divided"),
    often ("quotient-plus",                    By::Quotient,      quotients::plus,                   ("x/(x^2+1)", "(3x^2+1)/(x^2+1)^2"),         "the numerator of the quotient rule for {} has a plus for its minus"),
    often ("quotient-reversed",                By::Quotient,      quotients::reversed,               ("x/(x^2+1)", "(x^2-1)/(x^2+1)^2"),          "the two terms of the quotient rule's numerator for {} are swapped"),
    often ("quotient-denominator-not-squared", By::Quotient,      quotients::not_squared,            ("x/(x^2+1)", "(1-x^2)/(x^2+1)"),            "the denominator of the quotient rule for {} is not squared"),
    often ("quotient-wrong-square",            By::Quotient,      quotients::wrong_square,           ("x/(x^2+1)", "(1-x^2)/x^2"),                "the quotient rule for {} was divided by the square of the numerator"),
    seldom("quotient-denominator-dropped",     By::Quotient,      quotients::denominator_dropped,    ("x/(x^2+1)", "1-x^2"),                      "the denominator of the quotient rule for {} is missing"),
    seldom("quotient-inverted",                By::Quotient,      quotients::inverted,               ("x/(x^2+1)", "(x^2-1)/x^2"),                "{} was differentiated upside down"),
    seldom("product-one-term",                 By::Quotient,      quotients::one_term,               ("sin(x)/(x^2+1)", "cos(x)/(x^2+1)"),        "one of the two terms of the quotient rule for {} is missing"),
    seldom("reciprocal-rewritten",             By::Quotient,      quotients::reciprocal_of_derivative, ("1/x^3", "1/(3x^2)"),                     "the denominator of {} was differentiated where it stands"),
    often ("trig-sign",                        By::Trigonometric, functions::trig_sign,              ("cos(x)", "sin(x)"),                        "the derivative of {} has the wrong sign"),
    seldom("product-one-term",                 By::Product,       products::one_term,                ("x e^x", "e^x"),                            "one of the two terms of the product rule for {} is missing"),
    often ("product-of-derivatives",           By::Product,       products::of_derivatives,          ("x^2 sin(x)", "2x cos(x)"),                 "the derivatives of the factors of {} were multiplied; the product rule has two terms"),
    seldom("product-own-derivative",           By::Product,       products::own_derivative,          ("x sin(x)", "x + sin(x) cos(x)"),           "each factor of {} was multiplied by its own derivative, not by the other's"),
    seldom("product-minus",                    By::Product,       products::minus,                   ("x e^x", "e^x - x e^x"),                    "the two terms of the product rule for {} were subtracted"),
    seldom("sum-rule-on-product",              By::Product,       products::sum_rule,                ("x sin(x)", "1 + cos(x)"),                  "the derivatives of the factors of {} were added"),
    seldom("power-rule-on-exponential",        By::Exponential,   powers::power_rule_on_exponential, ("2^x", "x 2^(x-1)"),                        "the power rule was used on {}, whose exponent varies"),
    seldom("missing-log-factor",               By::Exponential,   powers::missing_log,               ("2^x", "2^x"),                              "the factor that the base of {} brings is missing: a natural logarithm"),
    often ("exponential-sign",                 By::Exponential,   powers::exponential_sign,          ("e^x", "-e^x"),                             "the derivative of {} has the wrong sign"),
    seldom("trig-wrong-partner",               By::Trigonometric, functions::wrong_partner,          ("tan(x)", "sec(x) tan(x)"),                 "the derivative of {} is that of another function"),
    seldom("inverse-as-reciprocal",            By::Trigonometric, functions::inverse_as_reciprocal,  ("arcsin(x)", "-cos(x)/sin(x)^2"),           "in {} the inverse function and the reciprocal were mixed up"),
    seldom("log-rule",                         By::Logarithm,     functions::logarithm,              ("ln(5x)", "5/x"),                           "a wrong rule for the logarithm was used on {}"),
    often ("argument-replaced",                By::Chain,         chain::argument_replaced,          ("tan(5x)", "5 sec(x)^2"),                   "the argument of {} became the bare variable"),
    seldom("inner-derivative-inside",          By::Chain,         chain::inner_inside,               ("sin(x^2)", "cos(2x)"),                     "the derivative of the inside of {} stands where the inside belongs"),
    seldom("inner-function-as-factor",         By::Chain,         chain::inner_as_factor,            ("(1-e^x)^4", "4(1-e^x)^3 (1-e^x)"),         "{} was multiplied by its inside, where the derivative of the inside belongs"),
    often ("missing-activation-derivative",    By::Chain,         losses::missing_activation,        ("σ(a x)", "a"),                             "the derivative of the activation in {} is missing"),
    seldom("activation-derivative-of-output",  By::Chain,         losses::derivative_of_output,      ("σ(x)", "x(1-x)"),                          "the derivative of the activation in {} was taken at the wrong one of input and output"),
    seldom("activation-derivative-swapped",    By::Chain,         losses::other_activation,          ("σ(x)", "1 - σ(x)^2"),                      "the derivative of {} is that of another activation"),
    seldom("only-inner-derivative",            By::Chain,         chain::only_inner,                 ("ln(x^2+1)", "2x"),                         "only the inside of {} was differentiated, not the outside"),
    often ("constant-factor-lost",             By::Constant,      constants::factor_lost,            ("5 sin(x) + x^2", "cos(x) + 2x"),           "a constant factor of {} is missing"),
    often ("constant-not-zeroed",              By::Constant,      constants::not_zeroed,             ("x^2 - 9", "2x - 9"),                       "the constant {} was kept; its derivative is 0"),
    seldom("constant-as-variable",             By::Constant,      constants::as_variable,            ("π^2 x", "2π x"),                           "a constant in {} was differentiated as if it were the variable"),
    seldom("difference-as-product",            By::Sum,           products::on_a_difference,         ("sin(x) - x^2", "x^2 cos(x) - 2x sin(x)"),  "the product rule was used on {}, which is a sum or a difference"),
    seldom("wrong-variable",                   By::Chain,         constants::dependence_ignored,     ("x^2 + y^2", "2x"),                         "{} was held constant, but it depends on the variable"),
    seldom("one-path-only",                    By::Chain,         chain::one_path,                   ("x^x", "x^x ln(x)"),                        "only one of the two places where {} varies was counted"),
    seldom("loss-sign",                        By::Logarithm,     losses::loss_sign,                 ("-ln(x)", "1/x"),                           "the derivative of the loss {} has the wrong sign"),
    often ("sign-lost",                        By::Sum,           constants::sign,                   ("x^2 - x", "2x + 1"),                       "the derivative of {} has the wrong sign"),
    seldom("term-lost",                        By::Sum,           constants::term_lost,              ("x^3 + x^2", "3x^2"),                       "one term of {} has no derivative in this line"),
    seldom("integrated-instead",               By::Definition,    powers::integrated,                ("x^2", "x^3/3"),                            "{} was integrated, not differentiated"),
    often ("not-differentiated",               By::Definition,    constants::not_differentiated,     ("sin(x)", "sin(x)"),                        "{} was not differentiated"),
];

/// Every broken rule of algebra, in the order in which ties are named.
#[rustfmt::skip]
pub const MISWRITINGS: &[Miswriting] = &[
    algebra("everything-linear",     Some("argument-replaced"), algebra::linear,        ("(x+1)^2", "x^2 + 1"),       "{} was taken apart as if it were linear"),
    algebra("everything-linear",     None,                      algebra::homogeneous,   ("sin(2x)", "2 sin(x)"),      "a factor was taken out of {} as if it were linear"),
    algebra("log-rule",              None,                      algebra::logarithm,     ("ln(x sin(x))", "ln(x) ln(sin(x))"), "a wrong rule for logarithms was used on {}"),
    algebra("parentheses-lost",      None,                      algebra::parentheses,   ("x^2 (x + 1)", "x^2 x + 1"), "a factor in {} reaches only one term of the sum: parentheses are missing"),
    algebra("sign-lost",             None,                      algebra::sign,          ("x^2 - x", "x^2 + x"),       "a sign in {} changed"),
    algebra("constant-factor-lost",  None,                      algebra::factor_lost,   ("3 sin(x)", "sin(x)"),       "a constant factor in {} is missing"),
    algebra("reciprocal-rewritten",  None,                      algebra::reciprocal,    ("1/x^3", "x^(1/3)"),         "{} was rewritten as a wrong power"),
    algebra("quotient-inverted",     None,                      algebra::inverted,      ("x/sin(x)", "sin(x)/x"),     "{} was turned upside down"),
    algebra("term-lost",             None,                      algebra::term_lost,     ("x^3 + x", "x^3"),           "a term of {} is missing"),
];

/// Every misread question, in the order in which ties are named.
#[rustfmt::skip]
pub const MISREADINGS: &[Misreading] = &[
    misread("wrong-variable",            Some("constant-as-variable"), asked::by_another,    ("d/dx (x^2 a^3)", "3x^2 a^2"), "the derivative of {} was taken with respect to another variable"),
    misread("wrong-order-of-derivative", Some("term-lost"),            asked::another_order, ("d/dx (x^5)", "20x^3"),        "this is a derivative of {} of another order"),
    misread("held-at-zero",              Some("sign-lost"),            asked::held_at_zero,  ("d/dx (a x)", "0"),            "in {} another variable was held at 0, not at its value"),
];

/// Where a row that is named before a malrule, or after all of them, stands in the order of ties, in which the rows
/// of [`MALRULES`] have the odd numbers.
pub fn rank(before: Option<&str>, row: usize) -> usize {
    let position = before.and_then(|id| MALRULES.iter().position(|rule| rule.id == id));
    position.map_or(2 * (MALRULES.len() + row), |position| 2 * position)
}
