//! The eleven reading rules, several rows each. Most rows are failures of other tools.

use super::{PREAMBLE, all_read_as, all_read_both_ways, readings};

#[test]
fn rule_1_names_are_single_letters_unless_declared() {
    all_read_as(&[
        ("xy", "x y"),
        ("xyz", "x y z"),
        ("2xy", "2 x y"),
        ("xsin(x)", "x sin(x)"),
        ("xlnx", "x ln(x)"),
        ("tsint", "t sin(t)"),
        ("2πr", "2 π r"),
        ("2pi r", "2 π r"),
        ("theta x", "θ x"),
        ("yhat - y", "ŷ - y"),
        ("x_1 x_2", "(x_1) (x_2)"),
        ("x_iy_i", "(x_i) (y_i)"),
        ("max(x, y)", "max(x,y)"),
        ("abc", "a b c"),
    ]);
    let declared = readings("let loss, lr : R\nloss^2 lr");
    assert_eq!(declared[0].statement.to_string(), "loss² lr");
    let derivative = readings("let loss : R\ndloss/dw");
    assert_eq!(derivative[0].statement.to_string(), "dloss/dw");
}

#[test]
fn rule_2_a_bracket_after_a_name_is_a_call_only_of_a_function() {
    all_read_as(&[
        ("f(x)", "(f(x))"),
        ("x(x+1)", "(x) (x+1)"),
        ("x(y+1)", "(x) (y+1)"),
        ("x(2)", "(x) (2)"),
        ("2(x+1)", "2 (x+1)"),
        ("(x+1)(x-1)", "(x+1) (x-1)"),
        ("x(x+1)(x+2)", "(x) (x+1) (x+2)"),
        ("f(x)g(x)", "f(x) g(x)"),
        ("sin(x)cos(x)", "sin(x) cos(x)"),
        ("b(u+v)", "(b) (u+v)"),
        ("h² (u+v)", "(h^2) (u+v)"),
        ("h^2 (u+v)", "(h^2) (u+v)"),
    ]);
    let undeclared = readings("F(x+1)");
    let shown: Vec<String> = undeclared
        .iter()
        .map(|reading| reading.statement.to_string())
        .collect();
    assert_eq!(shown, ["F(x + 1)", "(F)(x + 1)"]);
}

#[test]
fn rule_2_the_name_on_the_left_does_not_become_a_function_on_the_right() {
    let found = readings("P(y) = sin(ln(Py − Q))");
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].statement.to_string(),
        "let P(y) = sin(ln(P y - Q))"
    );
}

#[test]
fn rule_1_a_long_word_is_remarked_on_and_before_a_bracket_it_is_a_function() {
    let found = readings("loss + x");
    assert!(
        found[0].notes[0].message.contains("l·o·s·s"),
        "{:?}",
        found[0].notes
    );
    assert!(readings("xyz + x")[0].notes.is_empty());
    assert!(readings("xsin(x) + costheta")[0].notes.is_empty());
    let unknown = readings("softsign(x+1)");
    assert_eq!(unknown[0].statement.to_string(), "softsign(x + 1)");
    let declared = readings("let p, q, r, s : R\npqrs(x+1)");
    assert_eq!(declared[0].statement.to_string(), "p q r s(x + 1)");
}

#[test]
fn rule_3_an_exponent_takes_one_operand() {
    all_read_as(&[
        ("e^x(x+1)", "(e^x) (x+1)"),
        ("e^x(2x+2y)", "(e^x) (2x+2y)"),
        ("x^2y", "(x^2) y"),
        ("x^2/3", "(x^2)/3"),
        ("x^-1", "x^(-1)"),
        ("x^y^z", "x^(y^z)"),
        ("2^3^2", "2^(3^2)"),
        ("-x^2", "-(x^2)"),
        ("x^{n+1}y", "(x^(n+1)) y"),
        ("e^-x y", "(e^(-x)) y"),
        ("e^sin(x)", "e^(sin(x))"),
        ("x**2", "x^2"),
        ("x²y³", "(x^2) (y^3)"),
        ("x⁻¹", "x^(-1)"),
        ("x^½", "x^(1/2)"),
    ]);
}

#[test]
fn rule_4_a_function_without_brackets_takes_the_factors_that_follow() {
    all_read_as(&[
        ("sin 2x cos 3x", "sin(2x) cos(3x)"),
        ("sin x^2", "sin(x^2)"),
        ("sin^2 x", "sin^2(x)"),
        ("sin² x", "sin^2(x)"),
        ("sin^{-1} x", "arcsin(x)"),
        ("sin⁻¹(x)", "arcsin(x)"),
        ("tan^-1(x)", "arctan(x)"),
        ("sin x + 1", "sin(x) + 1"),
        ("sin x/2", "(sin(x))/2"),
        ("ln x · y", "ln(x) · y"),
        ("ln 3x", "ln(3x)"),
        ("ln sin x", "ln(sin(x))"),
        ("sin -x", "sin(-x)"),
        ("cos 2πt", "cos(2πt)"),
        ("exp -x^2", "exp(-(x^2))"),
        ("sqrt x", "√(x)"),
        ("√x y", "(√(x)) y"),
        ("√2", "√(2)"),
        ("ln|x|", "ln(|x|)"),
        ("sin(x)^2", "(sin(x))^2"),
        ("log_2 x", "log_{2}(x)"),
        ("log2(x)", "log_{2}(x)"),
        ("sin x - cos x", "sin(x) - cos(x)"),
        ("xe^x sin x", "x (e^x) sin(x)"),
    ]);
}

#[test]
fn rule_4_a_doubtful_end_of_the_argument_is_read_both_ways() {
    all_read_both_ways(&[
        ("ln t e^t", "ln(t e^t)", "ln(t) e^t"),
        ("sin x (x+1)", "sin(x) (x+1)", "sin(x (x+1))"),
        ("cos x y^2", "cos(x y^2)", "cos(x) y^2"),
        ("sin (x+1)^2", "(sin(x+1))^2", "sin((x+1)^2)"),
        ("\\ln t e^t", "ln(t e^t)", "ln(t) e^t"),
    ]);
}

#[test]
fn rule_1_letters_after_an_underscore_are_indices_or_factors() {
    all_read_both_ways(&[("w_jk", "w_{j,k}", "w_j k"), ("x_it", "x_{i,t}", "(x_i) t")]);
    let latex = readings(r"\alpha x_it");
    assert_eq!(latex[0].statement.to_string(), "α x_i t");
}

#[test]
fn rule_5_a_number_over_a_number_multiplies_what_follows() {
    all_read_as(&[
        ("1/2 x", "(1/2) x"),
        ("3/4 x^2 y", "(3/4) (x^2) y"),
        ("1/2 ||u - v||^2", "(1/2) ‖u - v‖^2"),
        ("½x²", "(1/2) x^2"),
        ("x/(2y)", "x/(2 y)"),
    ]);
    all_read_both_ways(&[
        ("1/2x", "(1/2) x", "1/(2 x)"),
        ("1+1/2x^(-1/2)", "1 + (1/2) x^(-1/2)", "1 + 1/(2 x^(-1/2))"),
        ("x/yz", "x/(y z)", "(x/y) z"),
        ("x/2y", "x/(2 y)", "(x/2) y"),
        ("x/y z", "(x/y) z", "x/(y z)"),
        ("1/x(x+1)", "(1/x) (x+1)", "1/((x) (x+1))"),
    ]);
}

#[test]
fn rule_6_every_reading_says_how_it_was_read() {
    for text in ["ln t e^t", "x/yz", "d/dx(x²) sin x", "1/2x", "log x"] {
        let found = readings(&format!("{PREAMBLE}{text}"));
        assert_eq!(found.len(), 2, "{text}");
        for reading in &found {
            assert_eq!(reading.notes.len(), 1, "{text}: {:?}", reading.notes);
            assert!(!reading.notes[0].message.is_empty());
        }
        assert_ne!(found[0].notes, found[1].notes, "{text}");
    }
}

#[test]
fn rule_6_the_base_of_a_logarithm_is_one_choice_for_the_whole_line() {
    let found = readings("log x + log(2x) log(3x)");
    let shown: Vec<String> = found
        .iter()
        .map(|reading| reading.statement.to_string())
        .collect();
    assert_eq!(
        shown,
        ["log(x) + log(2x) log(3x)", "log10(x) + log10(2x) log10(3x)"]
    );
}

#[test]
fn rule_7_the_operator_binds_looser_than_factors_and_tighter_than_a_sum() {
    all_read_as(&[
        ("d/dx x² sin x + 1", "(d/dx (x² sin(x))) + 1"),
        ("d/dx x^2 - d/dx y", "(d/dx (x^2)) - (d/dx (y))"),
        ("3 d/dx x^2", "3 (d/dx (x^2))"),
        ("d/dx -x^2", "d/dx (-(x^2))"),
        ("d/dx (x² + x)", "d/dx (x² + x)"),
        ("d/dx (x² + x)³", "d/dx ((x² + x)³)"),
        ("d/dx [f(x) g(x)]", "d/dx (f(x) g(x))"),
        ("d/dx x · d/dx y", "(d/dx (x)) · (d/dx (y))"),
        ("d/dx f(g(x))", "d/dx (f(g(x)))"),
        ("d^2/dx^2 sin x", "d²/dx² (sin(x))"),
        ("∂/∂x x y", "∂/∂x (x y)"),
        ("∂_x (x y)", "∂/∂x (x y)"),
        ("diff(x^2, x)", "D[x^2, x]"),
    ]);
    all_read_both_ways(&[
        ("d/dx(x²) sin x", "(d/dx (x²)) sin(x)", "d/dx (x² sin(x))"),
        (
            "d/dx (x+1)(x+2)",
            "(d/dx (x+1)) (x+2)",
            "d/dx ((x+1) (x+2))",
        ),
        (
            "d/dx (x+1)/(x+2)",
            "(d/dx (x+1))/(x+2)",
            "d/dx ((x+1)/(x+2))",
        ),
        (
            "d/dx x * sin(x)",
            "d/dx (x * sin(x))",
            "(d/dx (x)) * sin(x)",
        ),
        ("d/dx x^2 / 3", "d/dx (x^2/3)", "(d/dx (x^2))/3"),
    ]);
}

#[test]
fn rule_8_a_prime_differentiates_the_function_before_its_argument() {
    all_read_as(&[
        ("f'(g(x)) g'(x)", "(f'(g(x))) (g'(x))"),
        ("f''(x)", "f^{(2)}(x)"),
        ("f^{(3)}(x)", "f'''(x)"),
        ("(f ∘ g)'(x)", "(f ∘ g)'(x)"),
        ("σ'(z)", "sigmoid'(z)"),
        ("(sin x)'", "(sin(x))'"),
        ("f’(x)", "f'(x)"),
        ("f′(x)", "f'(x)"),
        ("f″(x)", "f''(x)"),
        ("f^\\prime(x)", "f'(x)"),
        ("f^{-1}(y)", "f⁻¹(y)"),
    ]);
    let dependent = readings("let y depends on x\n2x + 2y y' = 0");
    assert_eq!(dependent[0].statement.to_string(), "2x + 2y y' = 0");
}

#[test]
fn rule_9_bars_pair_and_only_a_raised_t_transposes() {
    all_read_as(&[
        ("|x||y|", "|x| |y|"),
        ("|x|y|z|", "|x| y |z|"),
        ("||x| - 1|", "|(|x|) - 1|"),
        ("||u - v||^2", "‖u - v‖²"),
        ("‖u‖_1 + ‖A‖_F", "(‖u‖_1) + (‖A‖_F)"),
        ("|x + |y||", "|x + (|y|)|"),
        ("2|x|", "2 |x|"),
        ("A^T", "Aᵀ"),
        ("A^\\top v", "Aᵀ v"),
        ("A^{T}v", "Aᵀ v"),
        ("A^⊤", "Aᵀ"),
        ("u^T A v", "uᵀ A v"),
        ("A^{-T}", "(A^(-1))ᵀ"),
        ("A⁻¹ᵀ", "(A^(-1))ᵀ"),
        ("⟨u, v⟩", "dot(u, v)"),
        ("norm(u)", "‖u‖"),
        ("abs(x)", "|x|"),
    ]);
}

#[test]
fn rule_10_unicode_spellings_are_one() {
    all_read_as(&[
        ("x − y", "x - y"),
        ("x – y", "x - y"),
        ("x · y", "x ⋅ y"),
        ("x ÷ y", "x/y"),
        ("x × y", "x×y"),
        ("xⁿ", "x^n"),
        ("x₁ + xᵢ", "x_1 + x_i"),
        ("W₁₂", "W_12"),
        ("Aᵀ", "A^T"),
        ("x²³", "x^23"),
        ("２ｘ＋３", "2x+3"),
        ("𝑥 + 𝐲", "x + y"),
        ("ŷ", "\\hat{y}"),
        ("x\u{304}", "xbar"),
        ("µ", "μ"),
        ("ϕ", "φ"),
        ("δ λ η", "\\delta \\lambda \\eta"),
        ("x\u{2062}y", "x y"),
        ("√(x+1)", "sqrt(x+1)"),
        ("∛(x)", "cbrt(x)"),
        ("¾x", "(3/4) x"),
    ]);
}

#[test]
fn rule_11_latex_as_it_is_found() {
    all_read_as(&[
        (r"{1 \over x}", "1/x"),
        (r"{x+1 \over x-1} y", "((x+1)/(x-1)) y"),
        (r"{d \over dx} x^2", "d/dx (x^2)"),
        (r"{dy \over dx}", "dy/dx"),
        (r"\root 3 \of {x+1}", "root(3, x+1)"),
        (r"\sqrt[3]{x}", "root(3, x)"),
        (r"\bigl(x+1\bigr)^2", "(x+1)^2"),
        (r"\displaystyle \frac12 x\,y", "(1/2) x y"),
        (r"\left(\frac{x}{y}\right)^{2}", "(x/y)^2"),
        (r"\left|x\right|", "|x|"),
        (r"\left\|u\right\|^2", "‖u‖²"),
        (r"\lVert u \rVert", "‖u‖"),
        (r"\frac{\mathrm{d}y}{\mathrm{d}x}", "dy/dx"),
        (r"\dfrac{\partial^2 f}{\partial x\,\partial y}", "∂²f/∂x∂y"),
        (r"\operatorname{tr}(A)", "tr(A)"),
        (r"\mathbf{u}^{\top}\mathbf{A}\mathbf{v}", "uᵀ A v"),
        (
            r"\begin{pmatrix} x & y \\ z & t \end{pmatrix}",
            "[x, y; z, t]",
        ),
        (
            r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}",
            "{x if x > 0; 0 otherwise}",
        ),
        (r"$x^2$", "x^2"),
        (r"\[ x^2 \]", "x^2"),
        (r"$$ x^2. $$", "x^2"),
    ]);
}
