//! No displayed equation of the book states a derivative that nothing has checked.

use super::root;
use std::fs;

/// How an equation says why it is not in a `derivation` block: on the line before, where no reader sees it.
const MARK: &str = "<!-- unchecked: ";

/// What states a derivative, in TeX: a quotient of differentials, a nabla, a prime.
const SIGNS: [&str; 8] = [
    r"\partial",
    r"\nabla",
    r"\prime",
    "'",
    r"\dot",
    r"\frac{d",
    r"\dfrac{d",
    r"\mathrm{d}",
];

/// A displayed equation, with the number of its first line and the line before it.
struct Displayed {
    line: usize,
    before: String,
    tex: String,
}

/// The equations between `$$`, outside code.
fn displayed(text: &str) -> Vec<Displayed> {
    let mut found: Vec<Displayed> = Vec::new();
    let (mut inside_code, mut open) = (false, false);
    let mut before = "";
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            inside_code = !inside_code;
        } else if !inside_code {
            for (place, part) in line.split("$$").enumerate() {
                if place > 0 {
                    open = !open;
                    if open {
                        found.push(Displayed {
                            line: number + 1,
                            before: before.to_owned(),
                            tex: String::new(),
                        });
                    }
                }
                if let (true, Some(last)) = (open, found.last_mut()) {
                    last.tex.push_str(part);
                    last.tex.push('\n');
                }
            }
        }
        if !line.trim().is_empty() {
            before = line;
        }
    }
    assert!(!open, "a displayed equation does not end");
    found
}

/// Whether an equation states a derivative. A fraction of single numbers or letters such as `\frac d2` is none.
fn states_a_derivative(tex: &str) -> bool {
    let tex = tex.replace(r"\dots", "");
    SIGNS.iter().any(|sign| tex.contains(sign))
        || tex.contains(r"\frac d{d")
        || tex.contains(r"\frac{\d")
}

/// Why an equation is not checked, if it says so.
fn reason(before: &str) -> Option<&str> {
    let reason = before.trim().strip_prefix(MARK)?.strip_suffix("-->")?;
    let reason = reason.trim();
    (reason.split_whitespace().count() >= 3).then_some(reason)
}

/// The complaints about one chapter.
fn complaints(name: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut marks = text.matches(MARK).count();
    for Displayed { line, before, tex } in displayed(text) {
        let marked = reason(&before).is_some();
        marks -= usize::from(marked);
        match (states_a_derivative(&tex), marked) {
            (true, false) => complaints.push(format!(
                "{name}:{line}: put this derivative into a `derivation` block, or `{MARK}reason -->` on the line before: {}",
                tex.trim()
            )),
            (false, true) => complaints.push(format!("{name}:{line}: no derivative, so no mark")),
            _ => {}
        }
    }
    if marks > 0 {
        complaints.push(format!("{name}: {marks} marks stand before no equation"));
    }
    complaints
}

#[test]
fn every_displayed_derivative_is_checked_or_says_why_not() {
    let folder = root().join("book/src");
    let files = fs::read_dir(folder).expect("book/src is there");
    let mut all = Vec::new();
    for file in files {
        let path = file.expect("readable").path();
        if path.extension().is_some_and(|ending| ending == "md") {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let text = fs::read_to_string(&path).expect("a readable chapter");
            all.extend(complaints(&name, &text));
        }
    }
    all.sort();
    super::none(&all);
}

#[test]
fn a_planted_derivative_is_found() {
    let number_of = |text: &str| complaints("page.md", text).len();
    for planted in [
        r"$$ \frac{d}{dx} x^2 = 2x $$",
        r"$$ \dfrac{dy}{dx} = 2x $$",
        r"$$ \frac{d^2 y}{dx^2} = 2 $$",
        r"$$ \frac{\partial f}{\partial x} = 2 $$",
        r"$$ \nabla f = 2x $$",
        "$$\nf'(x)\n= 2x\n$$",
        r"$$ f^{\prime}(x) = 2x $$",
        r"$$ \frac d{dx} x = 1 $$",
    ] {
        assert_eq!(number_of(planted), 1, "{planted}");
        let marked = format!("{MARK}a definition of the sign -->\n{planted}");
        assert_eq!(number_of(&marked), 0, "{marked}");
        let without_reason = format!("{MARK} -->\n{planted}");
        assert!(number_of(&without_reason) > 0, "{without_reason}");
    }
    let code = "```derivation\n$$ f' $$\n```\n\n$$ \\frac{a}{b} + \\dots $$";
    assert_eq!(number_of(code), 0);
    let idle = format!("{MARK}a reason without cause -->\n$$ 1 + 1 = 2 $$");
    assert!(number_of(&idle) > 0);
}
