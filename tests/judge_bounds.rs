//! No text makes the judge panic or run away: every loop it has is bounded, and says so in a sentence.

use pencilgrad::derivation::judge;
use pencilgrad::derivation::judge::Verdict;

/// Texts that would take for ever, or all memory, if something were not bounded.
fn hard_texts() -> Vec<String> {
    let doubling: String = (0..60)
        .map(|i| format!("let u_{} = u_{i} u_{i} + u_{i}\n", i + 1))
        .collect();
    let nested: String = (1..30)
        .map(|i| format!("let f_{}(x) = f_{i}(f_{i}(x))\n", i + 1))
        .collect();
    let long = vec!["sin(x)"; 2000].join(" + ");
    vec![
        String::new(),
        "(".repeat(10_000),
        format!("x{}", "^x".repeat(3000)),
        "d/dx ".repeat(500) + "x",
        format!("let u_0 = x\n{doubling}d/dx u_60 = 1"),
        format!("let f_1(x) = x + 1\n{nested}f_30(x) = x + 1"),
        "let f(x) = f(x)\nf(2) = 3".into(),
        "let a = b\nlet b = a\na = 1".into(),
        "let y depends on x\nlet x depends on y\ndy/dx = 1".into(),
        "d^500/dx^500 sin(x) = sin(x)".into(),
        "Σ_{i=1}^{1000} Σ_{j=1}^{1000} Σ_{k=1}^{1000} i j k = 1".into(),
        "let W : R^{784×30}\nlet x : R^784\n∂(W x)/∂x = W".into(),
        "lim_{x→0} lim_{y→0} lim_{z→0} (x + y + z)/(x y z + 1) = 0".into(),
        "lim_{x→0} sin(1/x) = 0".into(),
        "1/(x - x) = 2".into(),
        "assume x > 3, x < 2\nx = x".into(),
        "let y depends on x\nassume e^y = -1\ny' = 1".into(),
        "9999999999999999999999^99999999 = 1".into(),
        "e^(e^(e^(e^x))) = 1".into(),
        format!("{long} = 2000 sin(x)"),
        "\u{0}\u{1} = 2".into(),
        "let x : R^4000000000\nx = x".into(),
    ]
}

#[test]
fn hard_texts_get_an_answer() {
    for text in hard_texts() {
        let judged = judge(&text);
        assert!(
            judged
                .to_string()
                .lines()
                .all(|line| line.chars().count() <= 80),
            "{judged}"
        );
        judged.to_json();
    }
}

#[test]
fn what_is_too_much_work_is_undecided_in_a_sentence() {
    let judged = judge("Σ_{i=1}^{1000} Σ_{j=1}^{1000} Σ_{k=1}^{1000} i j k = 1");
    let Verdict::Undecided(reason) = judged.verdict() else {
        panic!("{judged}")
    };
    assert!(reason.contains("too long"), "{reason}");
}

#[test]
fn nothing_is_right_because_nothing_has_a_value() {
    for text in [
        "1/(x - x) = 1/(x - x)",
        "ln(-1 - x^2) = 1",
        "lim_{x→0} sin(1/x) = 0",
        "let f(x) = f(x)\nf(2) = 3",
    ] {
        assert!(!judge(text).is_right(), "{text}");
    }
}

#[test]
fn a_deep_but_honest_text_fits_on_the_stack() {
    let definitions: String = (0..40)
        .map(|i| format!("let v_{} = sin(v_{i}) + x/2\n", i + 1))
        .collect();
    let text = format!("let v_0 = x\n{definitions}dv_40/dx = cos(v_39) dv_39/dx + 1/2");
    assert!(judge(&text).is_right(), "{}", judge(&text));
}
