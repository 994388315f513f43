//! A wrong line of vectors and matrices: which one change of it makes it right.
//!
//! The rules of [`malrules`](crate::derivation::malrules) differentiate numbers. A line of matrices is asked the
//! other way round: each row of the table changes the learner's own line in the way that would undo one mistake, and
//! the row whose change gives the true values names the mistake.

use super::scene::Scene;
use super::{losses, matrix_products};
use crate::derivation::judge::{NamedMistake, WrongLine};
use crate::derivation::syntax::Expr;
use crate::derivation::typeset;

/// A change that undoes one mistake.
pub struct Repair {
    /// The mistake's id in the catalogue.
    pub id: &'static str,
    /// One sentence; `{}` stands for the part that was changed.
    pub message: &'static str,
    /// The lines that the learner's line may have been meant to be.
    pub meant: fn(&Scene<'_>) -> Vec<Change>,
    /// An example that it must explain: declarations, and a wrong line.
    pub example: (&'static str, &'static str),
}

/// A changed line.
pub struct Change {
    /// The whole line.
    pub line: Expr,
    /// The part that was changed, as the learner wrote it.
    pub site: Expr,
}

const fn row(
    id: &'static str,
    meant: fn(&Scene<'_>) -> Vec<Change>,
    example: (&'static str, &'static str),
    message: &'static str,
) -> Repair {
    Repair {
        id,
        message,
        meant,
        example,
    }
}

const LAYER: &str = "let W : R^{2×3}\nlet x : R^3\nlet b, y : R^2\nlet z = W x + b\nlet a = σ(z)\nlet C = 1/2 ‖a - y‖^2\n";
const BATCH: &str = "let X : R^{m×n}\nlet W : R^{k×n}\nlet b : R^k\nlet Y : R^{m×k}\nlet Z = X Wᵀ + 𝟏_m bᵀ\nlet C = 1/(2m) ‖Z - Y‖^2\n";
const SOFTMAX: &str = "let z, y : R^n\nlet p = softmax(z)\nlet C = -yᵀ ln p\n";
const SCALED: &str = "let g, γ, h : R^n\nlet C = gᵀ (γ ⊙ h)\n";
const SQUARE: &str = "let A, X : R^{n×n}\nlet x : R^n\n";

/// Every repair, in the order in which ties are named.
#[rustfmt::skip]
pub const REPAIRS: &[Repair] = &[
    row("loss-sign",                       losses::negative_of_logarithm,    (SOFTMAX, "dC/dp = y/p"),                       "the sign of the loss is wrong: this line is the negative of what it should be"),
    row("sign-lost",                       matrix_products::signs,           (LAYER, "dC/da = y - a"),                       "a sign in {} is wrong"),
    row("factor-two",                      losses::factor_two,               (LAYER, "dC/da = 2 (a - y)"),                   "the 2 of the square, or the factor in front of it, is missing or one too many in {}"),
    row("mean-factor-missing",             losses::mean_factor,              (BATCH, "dC/dZ = Z - Y"),                       "the factor of the mean is missing from {}, or was used on a sum"),
    row("bias-gradient-not-summed",        losses::summed_over_batch,        (BATCH, "dC/db = (Z - Y)/m"),                   "{} has one row a sample; the gradient is their sum"),
    row("elementwise-product-confused",    matrix_products::products,        (LAYER, "dC/dz = (a - y) a ⊙ (1 - a)"),               "in {} the element-wise product and the matrix product were exchanged"),
    row("missing-activation-derivative",   losses::missing_activation,       (LAYER, "dC/dz = a - y"),                       "the derivative of the activation is missing from {}"),
    row("activation-derivative-of-output", losses::at_the_other,             (LAYER, "dC/dz = (a - y) ⊙ z ⊙ (1 - z)"),             "in {} the derivative of the activation was taken at the wrong one of input and output"),
    row("quadratic-form-one-term",         matrix_products::quadratic_form,  (SQUARE, "d/dx (xᵀ A x) = A x"),                "the variable stands twice in the quadratic form; {} is one of the two terms"),
    row("softmax-diagonal-only",           losses::softmax_off_diagonal,     (SOFTMAX, "dp/dz = diag(p)"),                   "{} is only the diagonal of the Jacobian of softmax: each score moves every probability"),
    row("gradient-transposed",             matrix_products::transposes,      (SQUARE, "d/dX tr(A X) = A"),                   "{} is transposed, or its factors are in the wrong order"),
    row("gradient-transposed",             matrix_products::orders,          (SQUARE, "d/dX tr(A X Aᵀ) = A Aᵀ"),              "in {} the factors are in the wrong order, or one of them is transposed"),
    row("missing-inner-derivative",        matrix_products::factors,         (SCALED, "dC/dγ = g"),                          "a factor of the chain rule is missing from {}"),
    row("axis-confused",                   matrix_products::unsummed,        (SCALED, "dC/dh = sum(g ⊙ γ)"),                 "{} is summed, but the gradient has an entry for each of its terms"),
    row("term-lost",                       matrix_products::first_line_terms, (SQUARE, "A X + X A - A = A X + X A"),         "a term of the line before is missing"),
];

/// The mistakes whose undoing makes a wrong line right, best first; none for a line about numbers alone.
pub fn repairs(line: &WrongLine<'_>) -> Vec<NamedMistake> {
    let scene = Scene::new(line);
    if scene.sizes().is_empty() {
        return Vec::new();
    }
    let mut named: Vec<NamedMistake> = Vec::new();
    let mut room = MOST;
    for repair in REPAIRS {
        if named.iter().any(|known| known.id == repair.id) {
            continue;
        }
        let changes = (repair.meant)(&scene);
        let allowed = changes.into_iter().take(EACH.min(room));
        let found = allowed
            .inspect(|_| room -= 1)
            .find(|change| scene.is_right(&change.line));
        if let Some(change) = found {
            named.push(NamedMistake {
                id: repair.id,
                message: repair.message.replace("{}", &typeset::plain(&change.site)),
            });
        }
    }
    if named.is_empty() {
        named.extend(scene.other_derivatives());
    }
    named
}

/// How many changes may be tried in all, and for one row: a line of matrices costs some thousand operations each.
const MOST: usize = 300;
const EACH: usize = 80;
