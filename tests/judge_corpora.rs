//! The judge on claims that others wrote: textbook answers, an integration table, matrix identities, equal and
//! unequal expressions, and the same claims with a mistake planted. Where the sets come from: `tests/corpora/README.md`.

use pencilgrad::derivation::judge;
use pencilgrad::derivation::judge::Verdict;
use serde_json::Value;
use std::path::Path;

struct Claim {
    id: String,
    text: String,
    right: bool,
}

fn lines(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpora")
        .join(file);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .map(|line| serde_json::from_str(line).expect("one JSON object a line"))
        .collect()
}

fn claims(file: &str) -> Vec<Claim> {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let claim = |value: &Value| Claim {
        id: text(value, "id"),
        text: text(value, "text"),
        right: value["verdict"] == "right",
    };
    lines(file).iter().map(claim).collect()
}

/// Judges many texts on two threads; the verdicts in order.
fn verdicts(texts: &[String]) -> Vec<Verdict> {
    let (first, second) = texts.split_at(texts.len() / 2);
    let all = |texts: &[String]| -> Vec<Verdict> {
        texts.iter().map(|text| judge(text).verdict()).collect()
    };
    std::thread::scope(|scope| {
        let second = scope.spawn(|| all(second));
        let mut verdicts = all(first);
        verdicts.extend(second.join().expect("the judge never panics"));
        verdicts
    })
}

/// Every claim whose verdict is not the wanted one, as lines for a message.
fn refused(claims: &[Claim]) -> Vec<String> {
    let texts: Vec<String> = claims.iter().map(|claim| claim.text.clone()).collect();
    let judged = claims.iter().zip(verdicts(&texts));
    let wrong = judged.filter(|(claim, verdict)| verdict.is_right() != claim.right);
    wrong
        .map(|(claim, verdict)| format!("{} {verdict:?}: {}", claim.id, claim.text))
        .collect()
}

#[test]
fn every_claim_of_the_integration_table_is_right() {
    let refused = refused(&claims("rubi_claims.jsonl"));
    assert!(
        refused.is_empty(),
        "{} refused:\n{}",
        refused.len(),
        refused.join("\n")
    );
}

#[test]
fn instructors_answers_are_right_and_their_wrong_answers_wrong() {
    let refused = refused(&claims("stack-cc-by-sa/stack_claims.jsonl"));
    assert!(
        refused.is_empty(),
        "{} disagree:\n{}",
        refused.len(),
        refused.join("\n")
    );
}

#[test]
fn matrix_identities_are_right() {
    let refused = refused(&claims("sympy_matrix_claims.jsonl"));
    assert!(
        refused.is_empty(),
        "{} refused:\n{}",
        refused.len(),
        refused.join("\n")
    );
}

#[test]
fn a_transposed_matrix_gradient_is_wrong() {
    // A gradient that is its own transpose, or a number times the identity, has no transposed mistake.
    let symmetric = ["sympy-09", "sympy-11", "sympy-19", "sympy-20", "sympy-21"];
    for claim in claims("sympy_matrix_claims.jsonl") {
        let (before, gradient) = claim.text.rsplit_once(" = ").expect("an equation");
        let text = format!("{before} = ({gradient})ᵀ");
        if !symmetric.contains(&claim.id.as_str()) {
            assert_eq!(
                judge(&text).verdict(),
                Verdict::Wrong,
                "{}: {text}",
                claim.id
            );
        }
    }
}

/// Every `stride`-th right claim of the two large sets, with its right side changed.
fn mutants(stride: usize, change: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let files = ["rubi_claims.jsonl", "stack-cc-by-sa/stack_claims.jsonl"];
    let claims = files
        .into_iter()
        .flat_map(claims)
        .filter(|claim| claim.right)
        .step_by(stride);
    let mutant = |claim: Claim| {
        let (left, right) = claim.text.split_once(" = ").expect("an equation");
        (format!("{left} = {}", change(right)), right.to_owned())
    };
    claims.map(mutant).collect()
}

#[test]
fn small_and_large_changes_of_a_right_answer_are_never_accepted() {
    type Change = fn(&str) -> String;
    let changes: [Change; 4] = [
        |f| format!("2*({f})"),
        |f| format!("-({f})"),
        |f| format!("({f}) + 1"),
        |f| format!("({f})*(1 + 1e-6)"),
    ];
    for (k, change) in changes.into_iter().enumerate() {
        // Each change meets another part of the sets; every claim is met by one of them.
        let texts: Vec<String> = mutants(1, change)
            .into_iter()
            .skip(k)
            .step_by(8)
            .map(|(text, _)| text)
            .collect();
        let accepted = texts
            .iter()
            .zip(verdicts(&texts))
            .filter(|(_, verdict)| verdict.is_right());
        let accepted: Vec<&String> = accepted.map(|(text, _)| text).collect();
        assert!(accepted.is_empty(), "accepted: {accepted:#?}");
    }
}

/// |f′| for f′ is a mistake where f′ changes its sign while both sides exist.
#[test]
fn a_lost_sign_change_is_seen() {
    let mutants = mutants(4, |f| format!("|{f}|"));
    let texts: Vec<String> = mutants.iter().map(|(text, _)| text.clone()).collect();
    let negated: Vec<String> = texts
        .iter()
        .zip(&mutants)
        .map(|(text, (_, f))| text.replace(&format!("|{f}|"), &format!("-|{f}|")))
        .collect();
    let judged = verdicts(&texts).into_iter().zip(verdicts(&negated));
    let (mut changing, mut accepted) = (0, 0);
    for (plus, minus) in judged {
        // Of one sign throughout: one of the two is right.
        let of_one_sign = plus.is_right() != minus.is_right();
        changing += usize::from(!of_one_sign);
        accepted += usize::from(!of_one_sign && plus.is_right());
    }
    assert!(changing > 200, "{changing} claims change sign");
    assert!(
        1000 * accepted <= 3 * changing,
        "{accepted} of {changing} accepted"
    );
}

#[test]
fn equal_expressions_are_equal_and_others_are_not() {
    // Outside the language: names of functions it does not have, and pairs of equations.
    let foreign = [
        "re(",
        "arg(",
        "binom(",
        "round(",
        "linesegment(",
        "$",
        "%",
        "<",
        ">",
        "=",
        "∈",
        "∫",
    ];
    let mut readable = 0;
    for (k, pair) in lines("doenet_equality.jsonl").iter().enumerate() {
        let side = |key: &str| pair[key].as_str().unwrap_or_default().to_owned();
        let (a, b) = (side("a"), side("b"));
        let kind = side("kind");
        let structural = kind == "symbolic_nonequivalences";
        if structural
            || foreign
                .iter()
                .any(|word| a.contains(word) || b.contains(word))
        {
            continue;
        }
        let judged = judge(&format!("{a} = {b}"));
        let verdict = judged.verdict();
        if matches!(verdict, Verdict::Unreadable(_)) {
            continue;
        }
        readable += 1;
        let equal = kind != "nonequivalences";
        assert_eq!(verdict.is_right(), equal, "doenet-{k}: {a} = {b}\n{judged}");
    }
    assert!(readable > 250, "only {readable} pairs could be read");
}
