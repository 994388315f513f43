//! The paper derivations of the book: each blank takes every right form of its answer and refuses wrong ones.

use pencilgrad::derivation::judge::{Verdict, judge_answer, name_mistakes};
use std::fs;
use std::path::Path;

struct Row {
    problem: &'static str,
    right: &'static [&'static str],
    /// A wrong answer and the mistake that it must be named by; `""` where no name is asked for.
    wrong: &'static [(&'static str, &'static str)],
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row { problem: "d0.1",
        right: &["2*x", "2x", "x + x"],
        wrong: &[("x", "power-lost-coefficient"), ("x²", "not-differentiated"), ("2", ""), ("-2x", "sign-lost")] },
    Row { problem: "d1.1",
        right: &["6x - 4", "2(3x - 2)", "-4 + 6 x"],
        wrong: &[("6x + 5", ""), ("6x - 4x", "not-differentiated"), ("3x - 4", "power-lost-coefficient"), ("6x", "term-lost"), ("3x² - 4x + 5", "not-differentiated")] },
    Row { problem: "d1.2",
        right: &["-1/x²", "-x^(-2)", "-(1/x)²"],
        wrong: &[("1/x²", "sign-lost"), ("1/(2x)", ""), ("-1/x", "power-exponent-not-lowered"), ("ln x", "integrated-instead")] },
    Row { problem: "d1.3",
        right: &["1/(2√x)", "1/2 x^(-1/2)", "√x/(2x)"],
        wrong: &[("1/√x", "power-lost-coefficient"), ("2√x", ""), ("-1/(2√x)", "sign-lost"), ("1/2 √x", "power-exponent-not-lowered")] },
    Row { problem: "d1.4",
        right: &["m", "m + 0", "m x/x"],
        wrong: &[("m x", "not-differentiated"), ("m + c", "constant-not-zeroed"), ("1", "constant-factor-lost"), ("0", "")] },
    Row { problem: "d2.1",
        right: &["(g(x + h) - g(x))", "-(g(x) - g(x + h))", "g(x + h) - g(x)"],
        wrong: &[("(g(x) - g(x + h))", "sign-lost"), ("g(x + h)", "term-lost"), ("(f(x + h) - f(x))", "")] },
    Row { problem: "d2.2",
        right: &["n x^(n - 1)", "n x^n/x", "x^(n - 1) n"],
        wrong: &[("x^(n - 1)", ""), ("n x^n", "power-exponent-not-lowered"), ("(n + 1) x^n", "")] },
    Row { problem: "d2.3",
        right: &["a(z) (1 - a(z))", "σ(z) (1 - σ(z))", "e^(-z)/(1 + e^(-z))²", "e^z/(1 + e^z)²"],
        wrong: &[("z (1 - z)", ""), ("1 - a(z)²", ""), ("-a(z) (1 - a(z))", "sign-lost"), ("-e^(-z)/(1 + e^(-z))²", "exponential-sign")] },
    Row { problem: "d2.4",
        right: &["1 - a(z)²", "1 - tanh² z", "4/(e^z + e^(-z))²"],
        wrong: &[("a(z) (1 - a(z))", ""), ("1 + a(z)²", "quotient-plus"), ("1 - z²", "")] },
    Row { problem: "d2.5",
        right: &["x^x (ln x + 1)", "x^x + x^x ln x", "e^(x ln x) (1 + ln x)"],
        wrong: &[("x · x^(x - 1)", "power-rule-on-exponential"), ("x^x ln x", "one-path-only"), ("x^x", ""), ("ln x + 1", "")] },
    Row { problem: "d2.6",
        right: &["3(x² + x)² (2x + 1)", "6x⁵ + 15x⁴ + 12x³ + 3x²", "3x² (x + 1)² (1 + 2x)"],
        wrong: &[("3(x² + x)²", "missing-inner-derivative"), ("(x² + x)² (2x + 1)", "power-lost-coefficient"), ("3(2x + 1)²", "inner-derivative-inside"), ("3(x² + x)³ (2x + 1)", "power-exponent-not-lowered")] },
    Row { problem: "d7.1",
        right: &["f b", "b f", "2 b f / 2"],
        wrong: &[("b", ""), ("f a", ""), ("b + f", ""), ("-f b", "sign-lost")] },
    Row { problem: "d7.2",
        right: &["2x sin x + x² cos x", "sin(x) · 2x + cos(x) · x²", "x (2 sin x + x cos x)"],
        wrong: &[("2x cos x", "product-of-derivatives"), ("2x sin x", ""), ("x² cos x", ""), ("2x sin x - x² cos x", "")] },
];

/// The text of every problem of the book, with its id.
fn problems() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("book/src");
    let mut found = Vec::new();
    for file in fs::read_dir(folder).expect("the book has chapters") {
        let text = fs::read_to_string(file.expect("a chapter").path()).unwrap_or_default();
        let text = text.replace('\r', "");
        for block in text.split("```derivation\nproblem ").skip(1) {
            let block = block.split("```").next().unwrap_or_default();
            let id = block.lines().next().unwrap_or_default().trim();
            found.push((id.to_owned(), format!("problem {block}")));
        }
    }
    found
}

fn problem(id: &str) -> String {
    let all = problems();
    let mut found = all.into_iter().filter(|(other, _)| other == id);
    let (_, text) = found
        .next()
        .unwrap_or_else(|| panic!("no chapter poses {id}"));
    assert!(found.next().is_none(), "{id} is posed twice");
    text
}

#[test]
fn every_right_form_is_accepted() {
    for row in ROWS {
        let text = problem(row.problem);
        for answer in row.right {
            let judged = judge_answer(&text, answer, &|_| Vec::new());
            assert!(
                judged.is_right(),
                "{}: {answer}: {:?}",
                row.problem,
                judged.verdict()
            );
        }
    }
}

#[test]
fn wrong_answers_are_refused_and_named() {
    for Row {
        problem: id, wrong, ..
    } in ROWS
    {
        let text = problem(id);
        for (answer, mistake) in *wrong {
            let judged = judge_answer(&text, answer, &name_mistakes);
            // Some are right in one place: x^(n - 1) is right for n = 1.
            let refused = matches!(judged.verdict(), Verdict::Wrong | Verdict::RightWhere(_));
            assert!(refused, "{id}: {answer}: {:?}", judged.verdict());
            let line = judged.first_not_right().expect("it was refused");
            let named: Vec<&str> = line.mistakes.iter().map(|found| found.id).collect();
            assert!(
                mistake.is_empty() || named.contains(mistake),
                "{id}: {answer}: {named:?}"
            );
        }
    }
}

#[test]
fn the_problems_of_these_lessons_have_rows() {
    let lesson = |id: &str| id.split('.').next().unwrap_or_default().to_owned();
    for (id, _) in problems() {
        let begun = ROWS.iter().any(|row| lesson(row.problem) == lesson(&id));
        assert!(
            !begun || ROWS.iter().any(|row| row.problem == id),
            "{id} has no row"
        );
    }
}
