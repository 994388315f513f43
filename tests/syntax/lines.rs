//! Lines: what kind each is, where it begins and ends, what it declares.

use super::{clean, readings};
use pencilgrad::derivation::syntax::{Dim, Rule, Statement, Type, parse};

/// The plain forms of the lines of a text, first readings.
#[track_caller]
fn shown(text: &str) -> Vec<String> {
    let document = clean(text);
    document
        .lines
        .iter()
        .map(|line| line.readings[0].statement.to_string())
        .collect()
}

#[test]
fn a_derivation_is_a_definition_a_claim_and_steps() {
    let document = clean(
        "let f(x) = (x² + x)³\nf'(x) = 3(x² + x)² · d/dx (x² + x)     by chain\n      = 3(x² + x)² (2x + 1)",
    );
    let statements: Vec<&Statement> = document
        .lines
        .iter()
        .map(|line| &line.readings[0].statement)
        .collect();
    assert!(
        matches!(statements[0], Statement::Definition { parameters, .. } if parameters.len() == 1)
    );
    assert!(
        matches!(statements[1], Statement::Claim { rule: Some(Rule::Chain), sides } if sides.len() == 2)
    );
    assert!(matches!(statements[2], Statement::Step { rule: None, sides } if sides.len() == 1));
    assert_eq!(
        document
            .lines
            .iter()
            .map(|line| line.number)
            .collect::<Vec<_>>(),
        [1, 2, 3]
    );
}

#[test]
fn an_expression_alone_starts_a_chain() {
    assert_eq!(shown("d/dx (x^2)\n= 2x"), ["d/dx (x²)", "= 2x"]);
    assert!(matches!(
        readings("x^2 + 1")[0].statement,
        Statement::Start(_)
    ));
}

#[test]
fn types_have_numbers_or_names_as_dimensions() {
    let ty = |text: &str| match &readings(text)[0].statement {
        Statement::Declaration { ty, .. } => ty.clone(),
        other => panic!("{other:?}"),
    };
    let n = || Dim::Named("n".to_owned());
    assert_eq!(ty("let x : R"), Type::Scalar);
    assert_eq!(ty("let x, b : R^n"), Type::Vector(n()));
    assert_eq!(ty("let x : R^3"), Type::Vector(Dim::Number(3)));
    assert_eq!(
        ty("let W : R^{m×n}"),
        Type::Matrix(Dim::Named("m".to_owned()), n())
    );
    assert_eq!(
        ty("let W : R^{2x3}"),
        Type::Matrix(Dim::Number(2), Dim::Number(3))
    );
    assert_eq!(
        ty("let W ∈ ℝ^{m × n}"),
        Type::Matrix(Dim::Named("m".to_owned()), n())
    );
    assert_eq!(
        ty(r"let W \in \mathbb{R}^{n \times n}"),
        Type::Matrix(n(), n())
    );
    assert_eq!(ty("let A : sym R^{n×n}"), Type::Symmetric(n()));
    assert_eq!(ty("let n : N"), Type::Integer);
    assert_eq!(
        ty("let f : R^n -> R"),
        Type::Function(Box::new(Type::Vector(n())), Box::new(Type::Scalar))
    );
}

#[test]
fn declared_words_are_names_and_layers_are_not_powers() {
    assert_eq!(
        shown("let loss, rate : R\nloss rate^2"),
        ["let loss, rate : R", "loss rate²"]
    );
    let layered = readings("let a^L, z^L : R^n\na^L + z^{L-1}");
    assert_eq!(layered[0].statement.to_string(), "a^{(L)} + z^{(L-1)}");
    let indexed = readings("let w^l : R^{n×n}\nw^l_{jk}");
    assert_eq!(indexed[0].statement.to_string(), "w^{(l)}_{j,k}");
}

#[test]
fn one_line_may_declare_several_types() {
    assert_eq!(
        shown("let x, b : R^n, W : R^{m×n}, c in R"),
        ["let x, b : R^{n}", "let W : R^{m×n}", "let c : R"]
    );
    assert_eq!(clean("\nlet x in R^n, c in R").lines[1].number, 2);
}

#[test]
fn a_type_declares_without_let() {
    assert_eq!(shown("x ∈ R^n"), ["let x : R^{n}"]);
    assert_eq!(
        shown(r"f\colon \mathbb{R} \to \mathbb{R}, W \in \mathbb{R}^{m\times n}"),
        ["let f : R -> R", "let W : R^{m×n}"]
    );
}

#[test]
fn several_equations_stand_on_one_line() {
    assert_eq!(
        shown("f(x) = x^2, f'(x) = 2x"),
        ["let f(x) = x²", "f'(x) = 2x"]
    );
    assert_eq!(shown("y = 3x ⇒ dy/dx = 3"), ["let y = 3x", "dy/dx = 3"]);
    assert_eq!(shown("u = [1, x; 2, y]"), ["let u = [1, x; 2, y]"]);
}

#[test]
fn a_line_knows_where_it_stands() {
    for text in [
        r"\left( x + 1 \right)^2",
        r"\mathbf{x} + \mathbf{y}",
        "x + 1",
        r"\frac{1}{\mathrm{x}}",
    ] {
        for around in ["", "  ", "$", "\n"] {
            let whole = format!("{around}{text}{around}");
            assert_eq!(clean(&whole).lines[0].span.of(&whole), text, "{whole:?}");
        }
    }
    let rows = r"x &= \left(y\right)z \\ &= \left(z\right)y \\";
    let document = clean(rows);
    assert_eq!(document.lines[1].span.of(rows), r"= \left(z\right)y");
}

#[test]
fn layers_need_no_declaration_where_an_index_or_the_letter_shows_them() {
    assert_eq!(
        shown("∂C/∂w^l_{jk} = a^{l-1}_k δ^l_j"),
        ["∂C/∂w^{(l)}_{j,k} = a^{(l-1)}_k δ^{(l)}_j"]
    );
    assert_eq!(shown("z^{l+1} - a^L"), ["z^{(l+1)} - a^{(L)}"]);
    assert_eq!(readings("z^l").len(), 2);
    assert_eq!(shown("let L : R\nx^L"), ["let L : R", "x^(L)"]);
    assert_eq!(shown("x^2_i + x_i^2"), ["x_i² + x_i²"]);
    assert_eq!(shown("x^n y^T"), ["x^n yᵀ"]);
}

#[test]
fn a_value_at_a_point_is_written_with_a_bar_a_bracket_or_in_words() {
    let bar = "((d/dx (x²))|_{x=3}) = 6";
    for text in [
        "d/dx (x²) |_{x=3} = 6",
        "[d/dx (x²)]_{x=3} = 6",
        "d/dx (x²) at x = 3 = 6",
        r"\left. \frac{d}{dx} (x^2) \right|_{x=3} = 6",
    ] {
        assert_eq!(shown(text), [bar], "{text}");
    }
    assert_eq!(shown("x² + 1 at x = 2 by algebra"), ["((x² + 1)|_{x=2})"]);
}

#[test]
fn an_indicator_is_a_definition_by_cases() {
    assert_eq!(shown("1[z > 0] x"), ["{1 if z > 0; 0 otherwise} x"]);
    assert_eq!(shown(r"\mathbf{1}\{z > 0\}"), ["{1 if z > 0; 0 otherwise}"]);
    assert_eq!(
        shown("p_i(1[i = j] - p_j)"),
        ["p_i({1 if i = j; 0 otherwise} - p_j)"]
    );
}

#[test]
fn dependence_is_declared_in_words_or_by_writing_y_of_x() {
    for text in ["let y depends on x", "let y depend on x", "let y = y(x)"] {
        let Statement::Dependence { names, on } = &readings(text)[0].statement else {
            panic!("{text}: {:?}", readings(text));
        };
        assert_eq!(
            (names[0].to_string(), on[0].to_string()),
            ("y".to_owned(), "x".to_owned()),
            "{text}"
        );
    }
    assert_eq!(
        shown("let u, v depend on x, t")[0],
        "let u, v depends on x, t"
    );
}

#[test]
fn assumptions_are_comparisons() {
    assert_eq!(shown("assume x > 0, a != 1"), ["assume x > 0, a ≠ 1"]);
    assert_eq!(shown("assume x, y > 0"), ["assume y > 0, x > 0"]);
    assert_eq!(shown("assume 0 < x < 1"), ["assume 0 < x, x < 1"]);
    assert_eq!(shown("assume x^2 + y^2 = 25"), ["assume x² + y² = 25"]);
    assert_eq!(
        shown(r"assume x \ge 0 and y \le 1"),
        ["assume x ≥ 0, y ≤ 1"]
    );
}

#[test]
fn a_new_name_alone_on_the_left_is_defined() {
    assert_eq!(
        shown("y = x^2 + 1\ndy/dx = 2x"),
        ["let y = x² + 1", "dy/dx = 2x"]
    );
    assert_eq!(
        shown("f(x) = x^2\nf(x) = x x"),
        ["let f(x) = x²", "f(x) = x x"]
    );
    assert_eq!(shown("x = x + 1"), ["x = x + 1"]);
    assert_eq!(shown("x = y"), ["x = y"]);
    assert_eq!(shown("x^2 + y^2 = 25"), ["x² + y² = 25"]);
    assert_eq!(shown("let C = 1/2 ||a - y||^2"), ["let C = 1/2 ‖a - y‖²"]);
}

#[test]
fn rules_are_named_after_by() {
    let rule = |text: &str| match &readings(text)[0].statement {
        Statement::Claim { rule, .. } => *rule,
        other => panic!("{other:?}"),
    };
    assert_eq!(rule("d/dx x^2 = 2x by power"), Some(Rule::Power));
    assert_eq!(rule("d/dx x^2 = 2x by the power rule"), Some(Rule::Power));
    assert_eq!(rule("d/dx x^2 = 2x  (power rule)"), Some(Rule::Power));
    assert_eq!(
        rule(r"\frac{d}{dx} x^2 = 2x \quad \text{by the power rule}"),
        Some(Rule::Power)
    );
    assert_eq!(
        rule("d/dx x^2 = 2x by product and algebra"),
        Some(Rule::Product)
    );
    assert_eq!(rule("ax + by = 0"), None);
    assert_eq!(rule("ax + by x = 0"), None);
    let unknown = parse("x = 2x by magic");
    assert!(unknown.errors[0].message.contains("magic"));
    assert!(unknown.errors[0].help.contains("chain, product"));
}

#[test]
fn comments_and_empty_lines_say_nothing_but_count() {
    let document = clean("# a title\n\nx^2 # the square\n= x x -- twice\n");
    assert_eq!(
        document
            .lines
            .iter()
            .map(|line| line.number)
            .collect::<Vec<_>>(),
        [3, 4]
    );
    assert_eq!(shown("x--1"), ["x - (-1)"]);
}

#[test]
fn lines_are_continued() {
    assert_eq!(shown("x + \\\n y"), ["x + y"]);
    assert_eq!(shown("x +\n y"), ["x + y"]);
    assert_eq!(shown("f'(x) =\n 2x"), ["f'(x) = 2x"]);
    assert_eq!(shown("x\n  + y\n  · z"), ["x + y · z"]);
    assert_eq!(
        shown("f'(x) = (x\n   y)"),
        ["f'(x) = (x y)"].map(|_| "f'(x) = x y")
    );
    assert_eq!(shown("x\n\ny"), ["x", "y"]);
    assert_eq!(shown("x\n-y"), ["x", "-y"]);
    assert_eq!(shown("d/dx x^2\n= 2x"), ["d/dx (x²)", "= 2x"]);
}

#[test]
fn an_aligned_display_is_a_chain() {
    let text = r"\begin{align*}
f'(x) &= \frac{d}{dx}(x^2 + x)^3 \\
      &= 3(x^2 + x)^2 \cdot \frac{d}{dx}(x^2 + x) \\
      &= 3(x^2 + x)^2(2x + 1).
\end{align*}";
    assert_eq!(
        shown(text),
        [
            "f'(x) = d/dx ((x² + x)³)",
            "= 3(x² + x)² · d/dx (x² + x)",
            "= 3(x² + x)²(2x + 1)",
        ]
    );
}

#[test]
fn problems_and_blanks() {
    let document = clean("problem d6.2\nlet f(x) = x² sin x\nf'(x) = ___");
    assert_eq!(
        document.lines[0].readings[0].statement,
        Statement::Problem("d6.2".to_owned())
    );
    assert_eq!(
        document.lines[2].readings[0].statement.to_string(),
        "f'(x) = ___"
    );
    assert_eq!(shown("layout denominator"), ["layout denominator"]);
}

#[test]
fn an_arrow_of_consequence_before_a_line_is_not_read() {
    assert_eq!(
        shown("x^2 + y^2 = 1\n⇒ 2x + 2y dy/dx = 0"),
        ["x² + y² = 1", "2x + 2y dy/dx = 0"]
    );
}

#[test]
fn every_line_is_read_back_from_its_plain_form() {
    for text in [
        "let x, b : R^n",
        "let W : R^{m×n}",
        "let A : sym R^{n×n}",
        "let f : R^n -> R",
        "let y depends on x",
        "assume x > 0, a ≠ 1",
        "let f(x) = x²",
        "x = 2x + 1 by algebra",
        "= 2x",
        "problem d6.2",
        "layout numerator",
    ] {
        let first = readings(text);
        let again = readings(&first[0].statement.to_string());
        assert_eq!(first[0].statement, again[0].statement, "{text}");
    }
}
