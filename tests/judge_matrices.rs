//! The judge on vectors and matrices: backpropagation, softmax, layer normalisation, quadratic forms, traces, and each
//! with the mistakes learners make.

use pencilgrad::derivation::judge;
use pencilgrad::derivation::judge::{JudgedLine, Verdict};

/// Judges a claim below declarations; the line of the claim.
fn last(preamble: &str, claim: &str) -> JudgedLine {
    let judged = judge(&format!("{preamble}\n{claim}"));
    judged.lines.last().expect("a line").clone()
}

#[track_caller]
fn right(preamble: &str, claims: &[&str]) {
    for claim in claims {
        let line = last(preamble, claim);
        assert_eq!(line.verdict, Verdict::Right, "{claim}\n{line}");
    }
}

#[track_caller]
fn wrong(preamble: &str, claims: &[&str]) {
    for claim in claims {
        let line = last(preamble, claim);
        assert_eq!(line.verdict, Verdict::Wrong, "{claim}\n{line}");
    }
}

const BATCH: &str = "let X : R^{B×n}\nlet W : R^{m×n}\nlet b : R^m\nlet Y : R^{B×m}
let Z = X Wᵀ + 𝟏_B bᵀ\nlet A = σ(Z)\nlet C = 1/2 ‖A - Y‖²\nlet D = (A - Y) ⊙ A ⊙ (1 - A)";

#[test]
fn the_four_equations_for_a_batch() {
    right(
        BATCH,
        &[
            "∂C/∂A = A - Y",
            "∂C/∂Z = (A - Y) ⊙ σ'(Z) = D",
            "∂C/∂W = Dᵀ X",
            "∂C/∂b = Dᵀ 𝟏",
            "∂C/∂X = D W",
        ],
    );
}

#[test]
fn each_mistake_in_the_four_equations() {
    wrong(
        BATCH,
        &[
            "∂C/∂W = Xᵀ D",
            "∂C/∂W = D X",
            "∂C/∂b = D",
            "∂C/∂X = D Wᵀ",
            "∂C/∂Z = A - Y",
            "∂C/∂Z = (A - Y) σ'(Z)",
            "∂C/∂Z = (A - Y) ⊙ σ'(A)",
            "∂C/∂W = 2 Dᵀ X",
            "∂C/∂W = -Dᵀ X",
        ],
    );
    let line = last(BATCH, "∂C/∂W = Xᵀ D");
    let note = line.notes.join(" ");
    assert!(
        note.contains("W: m×n") && note.contains("transposed?"),
        "{line}"
    );
}

const SAMPLE: &str = "let x : R^n\nlet y : R^m\nlet W : R^{m×n}\nlet b : R^m
let z = W x + b\nlet a = σ(z)\nlet C = 1/2 ‖a - y‖²";

#[test]
fn chains_of_derivatives_are_contracted_over_the_shared_variable() {
    right(
        SAMPLE,
        &[
            "dC/dz = dC/da da/dz",
            "dC/dz = da/dz dC/da",
            "dC/dW = dC/dz · dz/dW",
            "dC/dW = dC/da da/dz dz/dW",
            "dC/dx = dC/dz · dz/dx",
            "dC/dx = (dz/dx)ᵀ dC/dz",
            "dC/dw_{jk} = (a_j - y_j) σ'(z_j) x_k",
        ],
    );
    wrong(
        SAMPLE,
        &[
            "dC/dx = W dC/dz",
            "dC/dW = (a - y) xᵀ",
            "dC/dw_{jk} = (a_j - y_j) σ'(z_j) x_j",
        ],
    );
}

#[test]
fn both_layouts() {
    let declared = "let x : R^n\nlet W : R^{m×n}";
    right(declared, &["∂(W x)/∂x = W", "∇_x (xᵀ x) = 2 x"]);
    wrong(declared, &["∂(W x)/∂x = Wᵀ", "∇_x (xᵀ x) = 2 xᵀ"]);
    right(
        &format!("{declared}\nlayout denominator"),
        &["∂(W x)/∂x = Wᵀ"],
    );
}

#[test]
fn softmax_and_cross_entropy() {
    let softmax = "let z : R^n\nlet p = softmax(z)";
    right(
        softmax,
        &[
            "dp/dz = diag(p) - p pᵀ",
            "∂p_i/∂z_j = p_i (δ_{ij} - p_j)",
            "∇_z logsumexp(z) = p",
        ],
    );
    wrong(softmax, &["dp/dz = diag(p)", "∂p_i/∂z_j = p_i (1 - p_j)"]);
    let loss = format!("{softmax}\nlet t : R^n\nlet L = -Σ_i t_i ln p_i");
    wrong(&loss, &["dL/dz = p - t"]);
    right(&format!("{loss}\nassume sum(t) = 1"), &["dL/dz = p - t"]);
    wrong(
        &format!("{loss}\nassume sum(t) = 1"),
        &["dL/dz = t - p", "dL/dz = p + t"],
    );
}

#[test]
fn layer_normalisation() {
    let layer = "let x : R^n\nlet μ = 1/n Σ_i x_i\nlet v = 1/n Σ_i (x_i - μ)²\nlet s = sqrt(v)\nlet h = (x - μ)/s";
    right(
        layer,
        &[
            "dμ/dx = 𝟏/n",
            "dv/dx = (2/n) (x - μ)",
            "dh/dx = (1/s) (I - (1/n) 𝟏 𝟏ᵀ - (1/n) h hᵀ)",
        ],
    );
    wrong(
        layer,
        &["dh/dx = (1/s) (I - (1/n) 𝟏 𝟏ᵀ)", "dv/dx = 2 (x - μ)"],
    );
}

#[test]
fn forms_traces_and_determinants() {
    let declared = "let A, B : R^{n×n}\nlet x : R^n\nlet S : sym R^{n×n}";
    right(
        declared,
        &[
            "∇_x (xᵀ A x) = (A + Aᵀ) x",
            "∇_x (xᵀ S x) = 2 S x",
            "∇_A tr(A B) = Bᵀ",
            "∇_A det(A) = det(A) inv(A)ᵀ",
            "∇_A ln |det(A)| = inv(A)ᵀ",
            "∇_x ‖x‖ = x/‖x‖",
            "d/dt inv(A + t B) = -inv(A + t B) B inv(A + t B)",
        ],
    );
    wrong(
        declared,
        &[
            "∇_x (xᵀ A x) = A x",
            "∇_x (xᵀ A x) = 2 A x",
            "∇_A tr(A B) = B",
            "∇_A det(A) = det(A) inv(A)",
            "d/dt inv(A + t B) = inv(A + t B) B inv(A + t B)",
        ],
    );
}

#[test]
fn sums_with_indices() {
    let loss = "let C = 1/2 Σ_{i=1}^{n} (a_i - y_i)²";
    right(
        loss,
        &["∂C/∂a_j = a_j - y_j", "Σ_{i=1}^{n} i = n (n + 1)/2"],
    );
    wrong(
        loss,
        &["∂C/∂a_j = Σ_i (a_i - y_i)", "∂C/∂a_j = 2 (a_j - y_j)"],
    );
}
