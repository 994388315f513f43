//! Layers and matrices: the usual wrong forms of each gradient are wrong, and named.

use pencilgrad::derivation::judge;

/// Judges each line after what is given; the first mistake named must be one of the ids, which a bar separates.
#[track_caller]
fn named(given: &str, lines: &[(&str, &str)]) {
    for (line, ids) in lines {
        let judged = judge(&format!("{given}{line}"));
        let (last, before) = judged.lines.split_last().expect("a line");
        assert!(
            before.iter().all(|line| line.verdict.is_right()),
            "{judged}"
        );
        assert_eq!(last.verdict.name(), "wrong", "{judged}");
        let first = last
            .mistakes
            .first()
            .map_or("nothing", |mistake| mistake.id);
        assert!(
            ids.split('|').any(|id| id == first),
            "{ids} expected, {first} named\n{judged}"
        );
    }
}

#[test]
fn one_sample() {
    let given = "let W : R^{2×3}\nlet x : R^3\nlet b, y : R^2\nlet z = W x + b\nlet a = σ(z)\nlet C = 1/2 ‖a - y‖^2\n";
    #[rustfmt::skip]
    named(given, &[
        ("dC/dz = a - y", "missing-activation-derivative"),
        ("dC/dz = (a - y) ⊙ σ'(a)", "activation-derivative-of-output"),
        ("dC/dz = (a - y) ⊙ z ⊙ (1 - z)", "activation-derivative-of-output"),
        ("dC/dz = (y - a) ⊙ σ'(z)", "sign-lost"),
        ("dC/dz = 2 (a - y) ⊙ σ'(z)", "factor-two"),
        ("dC/dz = (a - y) σ'(z)ᵀ", "elementwise-product-confused|gradient-transposed"),
        ("dC/dW = x ((a - y) ⊙ σ'(z))ᵀ", "gradient-transposed"),
        ("dC/dW = ((a - y) ⊙ σ'(z)) x", "gradient-transposed"),
        ("dC/dW = (a - y) xᵀ", "missing-activation-derivative"),
        ("dC/dW = ((a - y) ⊙ σ'(a)) xᵀ", "activation-derivative-of-output"),
        ("dC/dx = W ((a - y) ⊙ σ'(z))", "gradient-transposed"),
        ("dC/dx = ((a - y) ⊙ σ'(z)) W", "gradient-transposed"),
        ("dC/dx = Wᵀ (a - y)", "missing-activation-derivative"),
    ]);
}

#[test]
fn a_batch() {
    let given = "let X : R^{m×n}\nlet W : R^{k×n}\nlet b : R^k\nlet Y : R^{m×k}\nlet Z = X Wᵀ + 𝟏_m bᵀ\nlet A = σ(Z)\nlet C = 1/(2m) ‖A - Y‖^2\nlet Δ = (A - Y) ⊙ σ'(Z) / m\n";
    #[rustfmt::skip]
    named(given, &[
        ("dC/dA = A - Y", "mean-factor-missing"),
        ("dC/dZ = (A - Y) / m", "missing-activation-derivative"),
        ("dC/dZ = (A - Y) ⊙ σ'(Z)", "mean-factor-missing"),
        ("dC/dZ = (A - Y) σ'(Z) / m", "elementwise-product-confused"),
        ("dC/dZ = (A - Y)ᵀ ⊙ σ'(Z) / m", "gradient-transposed"),
        ("dC/dW = Δ Xᵀ", "gradient-transposed"),
        ("dC/dW = Xᵀ Δ", "gradient-transposed"),
        ("dC/dW = Δ X", "gradient-transposed"),
        ("dC/db = Δ", "bias-gradient-not-summed"),
        ("dC/db = Δᵀ", "bias-gradient-not-summed"),
        ("dC/db = 𝟏_mᵀ Δ", "gradient-transposed"),
        ("dC/db = Δᵀ 𝟏_m / m", "mean-factor-missing"),
        ("dC/dX = Wᵀ Δ", "gradient-transposed"),
        ("dC/dX = Δ Wᵀ", "gradient-transposed"),
        ("dC/dX = Δ ⊙ W", "elementwise-product-confused"),
    ]);
}

#[test]
fn softmax() {
    let given = "let z, y : R^n\nlet p = softmax(z)\nlet C = -yᵀ ln p\n";
    #[rustfmt::skip]
    named(given, &[
        ("dp/dz = diag(p)", "softmax-diagonal-only"),
        ("dp/dz = diag(p ⊙ (1 - p))", "softmax-diagonal-only"),
        ("dp/dz = diag(p) + p pᵀ", "sign-lost"),
        ("dp/dz = p pᵀ - diag(p)", "sign-lost"),
        ("dC/dz = y - p (𝟏ᵀ y)", "loss-sign|sign-lost"),
        ("dC/dz = -y ⊙ (1 - p)", "softmax-diagonal-only"),
        ("dC/dp = y / p", "loss-sign|sign-lost"),
    ]);
}

#[test]
fn quadratic_forms() {
    let given = "let A : R^{n×n}\nlet x, c : R^n\n";
    #[rustfmt::skip]
    named(given, &[
        ("d/dx (xᵀ A x) = A x", "quadratic-form-one-term"),
        ("d/dx (xᵀ A x) = Aᵀ x", "quadratic-form-one-term"),
        ("d/dx (xᵀ A x) = 2 A x", "quadratic-form-one-term"),
        ("d/dx (xᵀ A x) = xᵀ (A + Aᵀ)", "gradient-transposed"),
        ("d/dx (cᵀ A x) = A c", "gradient-transposed"),
        ("d/dx (xᵀ x) = x", "factor-two"),
    ]);
}

#[test]
fn traces() {
    let given = "let A, X, B : R^{n×n}\n";
    #[rustfmt::skip]
    named(given, &[
        ("d/dX tr(A X) = A", "gradient-transposed"),
        ("d/dX tr(A X B) = A B", "gradient-transposed"),
        ("d/dX tr(A X B) = Bᵀ Aᵀ", "gradient-transposed"),
        ("d/dX tr(Xᵀ A X) = A X", "quadratic-form-one-term"),
    ]);
}

#[test]
fn determinants() {
    let given = "let X : R^{n×n}\nassume det(X) > 0\n";
    #[rustfmt::skip]
    named(given, &[
        ("d/dX ln(det X) = inv(X)", "gradient-transposed"),
        ("d/dX det X = det(X) inv(X)", "gradient-transposed"),
        ("d/dX ln(det X) = X^{-1}", "gradient-transposed"),
        ("d/dX ln(det X) = -inv(X)ᵀ", "sign-lost"),
    ]);
}

#[test]
fn layer_normalisation() {
    let given = "let x, g, γ, β : R^n\nlet μ = mean(x)\nlet v = mean((x - μ) ⊙ (x - μ))\nlet h = (x - μ 𝟏)/sqrt(v)\nlet C = gᵀ (γ ⊙ h + β)\n";
    #[rustfmt::skip]
    named(given, &[
        ("dC/dx = (g ⊙ γ)/sqrt(v)", "one-path-only"),
        ("dC/dx = (g ⊙ γ - 𝟏 mean(g ⊙ γ))/sqrt(v)", "one-path-only"),
        ("dC/dx = (g ⊙ γ - h mean(g ⊙ γ ⊙ h))/sqrt(v)", "one-path-only"),
        ("dC/dx = (g - 𝟏 mean(g) - h mean(g ⊙ h))/sqrt(v)", "missing-inner-derivative"),
        ("dC/dx = (g ⊙ γ - 𝟏 sum(g ⊙ γ) - h sum(g ⊙ γ ⊙ h))/sqrt(v)", "mean-factor-missing"),
        ("dC/dβ = sum(g)", "axis-confused"),
        ("dC/dγ = g", "missing-inner-derivative"),
    ]);
}
