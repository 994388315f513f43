//! The judge on single claims: what is right, what is wrong, what is right only somewhere, and what nobody knows.

use pencilgrad::derivation::judge;
use pencilgrad::derivation::judge::Verdict;

fn verdict(text: &str) -> Verdict {
    judge(text).verdict()
}

#[track_caller]
fn right(text: &str) {
    let judged = judge(text);
    assert!(judged.is_right(), "{text}\n{judged}");
}

#[track_caller]
fn wrong(text: &str) {
    let judged = judge(text);
    assert_eq!(judged.verdict(), Verdict::Wrong, "{text}\n{judged}");
}

#[test]
fn one_variable() {
    right("d/dx (x^2 + x)^3 = 3 (x^2 + x)^2 (2x + 1)");
    wrong("d/dx (x^2 + x)^3 = 3 (x^2 + x)^2");
    right("d/dx x^x = x^x (ln x + 1)");
    right("d/dx (sin(x)^2 + cos(x)^2) = 0");
    wrong("d/dx (sin(x)^2 + cos(x)^2) = 1e-12");
    right("d²/dx² sin(3x) = -9 sin(3x)");
    right("d/dx σ(x) = σ(x) (1 - σ(x))");
    right("d/dx erf(x) = 2/sqrt(π) e^(-x^2)");
    right("d/dx cbrt(x) = 1/(3 cbrt(x)^2)");
    right("d^10/dx^10 x^12 = 239500800 x^2");
}

#[test]
fn small_relative_errors_are_seen() {
    wrong("d/dx e^x = (1 + 1e-6) e^x");
    wrong("d/dx x^2 = 2.000001 x");
    wrong("d/dx (4 e^x + e^(-6x)) = 4 e^x + 6 e^(-6x)");
    right("d/dx x/3 = 0.3333333333");
}

#[test]
fn cancellation_is_not_agreement() {
    // Both sides are far below the terms that make them; a double sees 0 = 0 for large x.
    wrong("(1/7) d/dx tanh(7x) - 1 + tanh(7x)^2 = sech(7x)^4");
    wrong("d/dx (x + 1e17 - 1e17) = 2");
}

#[test]
fn regions_are_named() {
    assert_eq!(
        verdict("sqrt(x^2) = x"),
        Verdict::RightWhere("x > 0".into())
    );
    assert_eq!(verdict("d/dx |x| = 1"), Verdict::RightWhere("x > 0".into()));
    right("assume x > 0\nsqrt(x^2) = x");
    right("d/dx |x| = x/|x|");
    right("d/dx sqrt(x^2 + y^2) = x/sqrt(x^2 + y^2)");
}

#[test]
fn undefined_is_never_agreement() {
    let judged = judge("sqrt(-1 - x^2) = sqrt(-2 - x^2)");
    assert!(
        matches!(judged.verdict(), Verdict::Undecided(_) | Verdict::Wrong),
        "{judged}"
    );
    right("d/dx ln(x - 50) = 1/(x - 50)");
    wrong("d/dx ln(x - 50) = 1/(x - 49)");
}

#[test]
fn unknown_functions_keep_general_rules() {
    right("d/dx f(g(x)) = f'(g(x)) g'(x)");
    wrong("d/dx f(g(x)) = f'(g(x))");
    wrong("d/dx f(g(x)) = f'(x) g'(x)");
    right("d/dx (f(x) g(x)) = f'(x) g(x) + f(x) g'(x)");
    right("d/dx (f(x)/g(x)) = (f'(x) g(x) - f(x) g'(x))/g(x)^2");
    wrong("d/dx (f(x)/g(x)) = (f'(x) g(x) + f(x) g'(x))/g(x)^2");
    right("dy/dx = dy/du du/dx");
    right("dx/dy = 1/(dy/dx)");
    right("dz/dt = ∂z/∂x dx/dt + ∂z/∂y dy/dt");
    wrong("let z depends on x, y\nlet x, y depends on t\ndz/dt = ∂z/∂x dx/dt");
}

#[test]
fn limits() {
    right("lim_{h→0} (sin(x + h) - sin(x))/h = cos(x)");
    wrong("lim_{h→0} (sin(x + h) - sin(x))/h = sin(x)");
    right("lim_{x→0} sin(x)/x = 1");
    right("lim_{n→∞} (1 + 1/n)^n = e");
    right("lim_{h→0} (f(x + h) - f(x))/h = f'(x)");
    // Some points lie nearer to the pole than the first steps of the limit.
    right("assume x != 0\nlim_{h→0} (-1/(x (x + h))) = -1/x²");
}

#[test]
fn implicit_differentiation() {
    right("let y depends on x\nd/dx (x y^2) = y^2 + 2 x y y'");
    wrong("let y depends on x\nd/dx (x y^2) = y^2 + 2 x y");
    right("let y depends on x\nassume x^2 + y^2 = 25\ndy/dx = -x/y");
    wrong("let y depends on x\nassume x^2 + y^2 = 25\ndy/dx = x/y");
    right("let y depends on x\nx^2 + y^2 = 25\n2x + 2y y' = 0\ny' = -x/y\ny'' = -25/y^3");
}

#[test]
fn the_first_wrong_line_is_blamed_once() {
    let text = "d/dx (x^2 sin x)\n= 2x cos x\n= 2 cos(x) x\n= x cos(x) 3";
    let judged = judge(text);
    let verdicts: Vec<&str> = judged
        .lines
        .iter()
        .map(|line| line.verdict.name())
        .collect();
    assert_eq!(verdicts, ["right", "wrong", "right", "wrong"], "{judged}");
    assert_eq!(judged.lines[2].follows, Some(2));
    assert_eq!(judged.first_not_right().map(|line| line.number), Some(2));
}

#[test]
fn the_same_text_gets_the_same_report() {
    let text = "d/dx (x^3 ln x) = 3x^2 ln x\nsqrt(x^2) = x";
    assert_eq!(judge(text).to_string(), judge(text).to_string());
}

#[test]
fn reports_fit_eighty_columns() {
    let judged = judge(
        "d/dx (x^2 + x)^3 = 3 (x^2 + x)^2\nd/dx arctanh(x + 300) + arctanh(2x + 300) = 1\n= (",
    );
    for line in judged.to_string().lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}
