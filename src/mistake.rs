//! The catalogue of mistakes: one id per mistake, used by the derivation judge, the diagnosis of gradients,
//! the exercises' planted mistakes, the JSON output and the book's page on mistakes.
//!
//! An id is never renamed and never reused. A sentence says what happened to the formula, never what the reader
//! is like, and never prints the formula that is asked for.

/// One known mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mistake {
    /// The permanent name, in kebab case.
    pub id: &'static str,
    /// What happened, as the end of "This looks like: …".
    pub sentence: &'static str,
    /// The lesson that teaches the rule.
    pub lesson: u8,
}

/// The mistake with this id, if the catalogue has it.
///
/// ```
/// let mistake = pencilgrad::mistake::find("product-of-derivatives").unwrap();
/// assert_eq!(mistake.lesson, 2);
/// assert!(pencilgrad::mistake::find("no-such-mistake").is_none());
/// ```
pub fn find(id: &str) -> Option<&'static Mistake> {
    CATALOGUE.iter().find(|mistake| mistake.id == id)
}

const fn row(id: &'static str, lesson: u8, sentence: &'static str) -> Mistake {
    Mistake {
        id,
        sentence,
        lesson,
    }
}

/// Every mistake with a name.
#[rustfmt::skip]
pub const CATALOGUE: &[Mistake] = &[
    // The chain rule.
    row("missing-inner-derivative", 2, "the inner derivative of the chain rule is missing"),
    row("inner-derivative-inside", 2, "the inner derivative stands in place of the inner function"),
    row("inner-function-as-factor", 2, "the factor is the inner function, where its derivative belongs"),
    row("only-inner-derivative", 2, "only the inner derivative is there; the outer one is missing"),
    row("argument-replaced", 2, "the argument of the function became the bare variable"),
    // Powers and exponentials.
    row("power-lost-coefficient", 2, "the exponent did not come down as a factor"),
    row("power-exponent-not-lowered", 2, "the exponent was not lowered by one"),
    row("power-exponent-raised", 2, "the exponent was raised where it should be lowered"),
    row("coefficient-plus-exponent", 2, "coefficient and exponent were added where they should be multiplied"),
    row("integrated-instead", 2, "an integral stands here, not a derivative"),
    row("power-rule-on-exponential", 2, "the power rule was used on an exponential"),
    row("missing-log-factor", 2, "the factor ln a of an exponential with base a is missing"),
    row("exponential-sign", 2, "the sign of the exponential's derivative is wrong"),
    // Products and quotients.
    row("product-of-derivatives", 2, "the derivatives were multiplied; the product rule has two terms"),
    row("product-own-derivative", 2, "each factor was multiplied by its own derivative, not by the other's"),
    row("product-minus", 2, "the two terms of the product rule were subtracted"),
    row("product-one-term", 2, "one of the two terms of the product rule is missing"),
    row("sum-rule-on-product", 2, "the derivatives of the factors were added"),
    row("difference-as-product", 2, "the product rule was used on a difference"),
    row("quotient-of-derivatives", 2, "the derivatives were divided; the quotient rule is longer"),
    row("quotient-plus", 2, "the numerator of the quotient rule has a plus for its minus"),
    row("quotient-reversed", 2, "the two terms of the quotient rule's numerator are swapped"),
    row("quotient-denominator-not-squared", 2, "the denominator of the quotient rule is not squared"),
    row("quotient-wrong-square", 2, "the quotient rule was divided by the square of the numerator"),
    row("quotient-denominator-dropped", 2, "the denominator of the quotient rule is missing"),
    row("quotient-inverted", 2, "the fraction was differentiated upside down"),
    // Trigonometric functions, logarithms, inverses.
    row("trig-sign", 2, "the sign of a trigonometric derivative is wrong"),
    row("trig-wrong-partner", 2, "the derivative of another trigonometric function stands here"),
    row("inverse-as-reciprocal", 2, "the inverse function was read as the reciprocal, or the other way round"),
    row("log-rule", 2, "a wrong rule for the logarithm of a multiple or of a product was used"),
    // Constants, signs, variables, algebra.
    row("constant-factor-lost", 2, "a constant factor is missing"),
    row("constant-not-zeroed", 2, "a constant was kept; its derivative is 0"),
    row("constant-as-variable", 2, "a constant was differentiated as if it were the variable"),
    row("wrong-variable", 4, "the derivative was taken with respect to another variable"),
    row("sign-lost", 2, "a sign is wrong"),
    row("term-lost", 2, "a term of a sum is missing"),
    row("parentheses-lost", 2, "a factor reaches one term of a sum only: parentheses are missing"),
    row("everything-linear", 2, "a function that is not linear was spread over a sum"),
    row("reciprocal-rewritten", 2, "a reciprocal was rewritten as a wrong power"),
    row("implicit-derivative-missing", 6, "a factor dy/dx is missing: y depends on x"),
    row("wrong-order-of-derivative", 2, "a derivative of another order stands here"),
    row("not-differentiated", 1, "the function itself stands here, not its derivative"),
    // Losses, matrices, layers.
    row("factor-two", 12, "the 2 of a square, or the ½ in front of it, is missing or one too many"),
    row("gradient-transposed", 10, "the gradient is transposed, or its factors are in the wrong order"),
    row("elementwise-product-confused", 10, "the element-wise product and the matrix product were exchanged"),
    row("missing-activation-derivative", 13, "the derivative of the activation is missing"),
    row("activation-derivative-of-output", 2, "the derivative of the activation was taken at the wrong one of z and a"),
    row("quadratic-form-one-term", 10, "one of the two terms of the quadratic form is missing"),
    row("mean-factor-missing", 12, "the 1/m of a mean is missing, or a sum was divided by m"),
    row("bias-gradient-not-summed", 13, "the gradient was not summed over the batch"),
    row("activation-derivative-swapped", 2, "this is the derivative of another activation function"),
    row("softmax-diagonal-only", 16, "only the diagonal of the Jacobian of softmax was used"),
    row("loss-sign", 16, "the sign of the loss is wrong"),
    // Graphs and programs.
    row("last-write-wins", 7, "a later use overwrote an earlier one; contributions of several uses add up"),
    row("one-path-only", 6, "only one of several paths was counted"),
    row("added-along-path", 6, "the rates along a path were added; along a path they multiply"),
    row("updated-before-backward", 13, "the backward pass used weights that were already updated"),
    row("held-at-zero", 4, "the other variables were held at 0, not at their values"),
    row("forward-wrong", 3, "the value itself is wrong, not only the derivative"),
    row("stale-cache", 13, "the values of an earlier forward pass were used"),
    row("step-with-gradient", 5, "the step goes along the gradient, not against it"),
    row("axis-confused", 10, "the sum or the broadcast runs along the wrong axis"),
    row("index-shifted", 4, "the components are shifted, reversed or in another order"),
    // What numbers alone can tell.
    row("constant-multiple", 3, "every component is the same constant times the true one"),
    row("part-left-zero", 7, "a part of the gradient is left at zero"),
    row("branch-wrong", 2, "one branch of a function that is defined by cases has a wrong slope"),
    row("edge-wrong", 4, "only the first or the last components are wrong"),
    row("extra-factor", 2, "a factor of the chain rule stands there once too often"),
    row("other-function", 3, "the gradient belongs to another function of the value, such as its square or its logarithm"),
    row("constant-offset", 3, "every component is off by the same constant"),
    row("always-zero", 3, "the derivative is zero everywhere"),
    row("precision-lost", 3, "the numbers agree to single precision only"),
    row("regularisation-term", 5, "the gradient of a penalty is missing, or one too many"),
    row("accumulated-twice", 7, "a contribution was added twice, or was not cleared before"),
];

#[cfg(test)]
mod tests {
    use super::CATALOGUE;

    #[test]
    fn ids_are_unique_and_in_kebab_case() {
        for (position, mistake) in CATALOGUE.iter().enumerate() {
            let kebab = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(mistake.id.chars().all(kebab), "{}", mistake.id);
            let earlier = &CATALOGUE[..position];
            assert!(
                earlier.iter().all(|other| other.id != mistake.id),
                "{} stands twice",
                mistake.id
            );
        }
    }
}
