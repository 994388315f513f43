//! The proof itself bites: each test breaks a good exercise in one way and reads what is said about it.

use workbook::collection::style::{self, Style};
use workbook::collection::{Collection, conventions, proof, stubs};

use crate::fixture::Fixture;

fn problems(fixture: &Fixture) -> String {
    let proof = proof::prove(&fixture.load()).unwrap_or_else(|problems| panic!("{problems}"));
    proof.problems.to_string()
}

fn stub_problems(fixture: &Fixture) -> String {
    let problems = stubs::prove(&fixture.load()).unwrap_or_else(|problems| panic!("{problems}"));
    problems.to_string()
}

fn broken_conventions(fixture: &Fixture) -> String {
    conventions::check(&fixture.load())
        .expect_err("a convention is broken")
        .to_string()
}

#[track_caller]
fn says(problems: &str, place: &str, sentence: &str) {
    let found = problems
        .lines()
        .any(|line| line.replace('\\', "/").contains(place) && line.contains(sentence));
    assert!(found, "expected `{place}: … {sentence} …` in:\n{problems}");
}

#[test]
fn a_good_exercise_is_proven_and_its_matrix_printed() {
    let proof = proof::prove(&Fixture::new().load()).expect("cargo runs");
    assert!(proof.problems.0.is_empty(), "{}", proof.problems);
    let expected = "\
triple
  a at_one
  b is_odd
             a b
  reference  . .
  00_empty   x .
  01_once    x .
  02_size    . x
  03_offset  . x
";
    assert_eq!(proof.to_string().trim(), expected.trim());
}

#[test]
fn the_transcript_has_what_a_learner_reads_of_each_mistake() {
    let proof = proof::prove(&Fixture::new().load()).expect("cargo runs");
    let expected = "---- triple, 01_once\n\nthis is 1, a constant factor is missing\n";
    assert!(proof.transcript.contains(expected), "{}", proof.transcript);
    assert!(
        !proof.transcript.contains("reference"),
        "{}",
        proof.transcript
    );
}

#[test]
fn some_exercises_can_be_chosen_and_others_do_not_exist() {
    let fixture = Fixture::new();
    let chosen = fixture
        .load()
        .only(&["triple".to_owned()])
        .expect("it is there");
    assert_eq!(chosen.exercises.len(), 1);
    let unknown = fixture
        .load()
        .only(&["tripel".to_owned()])
        .expect_err("it is not there");
    says(&unknown.to_string(), "exercises", "no exercise `tripel`");
}

#[test]
fn what_the_learner_wrote_does_not_matter() {
    let fixture = Fixture::new();
    fixture.write("src/lib.rs", "this is not even Rust");
    assert_eq!(problems(&fixture), "");
    conventions::check(&fixture.load()).expect("conventions do not read the stub");
}

#[test]
fn a_wrong_reference_and_one_that_does_not_compile_are_found() {
    let fixture = Fixture::new();
    fixture.replace("solution/lib.rs", "3.0 * x", "2.0 * x");
    says(&problems(&fixture), "solution/lib.rs", "fails `at_one`");
    fixture.replace("solution/lib.rs", "2.0 * x", "three * x");
    says(&problems(&fixture), "solution/lib.rs", "does not compile");
}

#[test]
fn another_right_answer_must_pass_too() {
    let fixture = Fixture::new();
    let sum = "//! Three times.\n\npub fn triple(x: f64) -> f64 {\n    x + x + x\n}\n";
    fixture.write("solution/sum.rs", sum);
    assert_eq!(problems(&fixture), "");
    conventions::check(&fixture.load()).expect("the file belongs there");
    fixture.replace("solution/sum.rs", "x + x + x", "x + x");
    says(&problems(&fixture), "solution/sum.rs", "fails `at_one`");
    fixture.replace("solution/sum.rs", "-> f64", "-> f32");
    says(
        &broken_conventions(&fixture),
        "solution/sum.rs",
        "the reference does not",
    );
}

#[test]
fn a_mistake_that_passes_is_found() {
    let fixture = Fixture::new();
    fixture.replace("mistakes/02_size.rs", "3.0 * x.abs()", "x + x + x");
    says(
        &problems(&fixture),
        "02_size.rs",
        "let this mistake through",
    );
}

#[test]
fn a_mistake_that_is_not_told_what_it_is_is_found() {
    let fixture = Fixture::new();
    fixture.replace("mistakes/01_once.rs", "constant-factor-lost", "sign-lost");
    says(
        &problems(&fixture),
        "01_once.rs",
        "no message names it or says \"a sign is wrong\"",
    );
    fixture.replace(
        "mistakes/01_once.rs",
        "mistake: sign-lost",
        "property: is_odd",
    );
    says(
        &problems(&fixture),
        "01_once.rs",
        "`is_odd` fails, and it passes",
    );
    fixture.replace("mistakes/01_once.rs", "is_odd", "is_even");
    says(&problems(&fixture), "01_once.rs", "there is no such test");
}

#[test]
fn a_test_that_no_mistake_needs_and_points_for_no_test_are_found() {
    let fixture = Fixture::new();
    fixture.replace("tests/triple.rs", "fn is_odd", "fn odd");
    for mistake in ["02_size", "03_offset"] {
        fixture.replace(&format!("mistakes/{mistake}.rs"), "is_odd", "odd");
    }
    let said = problems(&fixture);
    says(&said, "tests/triple.rs", "`odd` has no points");
    says(&said, "tests/triple.rs", "gives points to `is_odd`");
    fixture.replace(
        "tests/triple.rs",
        "triple(-2.0) != -triple(2.0)",
        "triple(2.0) < -100.0",
    );
    says(
        &problems(&fixture),
        "tests/triple.rs",
        "no planted mistake fails `odd`",
    );
}

#[test]
fn a_message_without_words_and_one_too_wide_are_found() {
    let fixture = Fixture::new();
    fixture.replace(
        "tests/triple.rs",
        "panic!(\"the function must be odd\")",
        "assert!(triple(0.0) > 9.0)",
    );
    says(&problems(&fixture), "02_size.rs", "fails without words");
    fixture.replace(
        "tests/triple.rs",
        "assert!(triple(0.0) > 9.0)",
        "panic!(\"{:90}|\", \"odd\")",
    );
    says(&problems(&fixture), "02_size.rs", "more than 80 columns");
}

#[test]
fn an_endless_mistake_is_stopped() {
    let fixture = Fixture::new();
    let endless = "//! property: at_one\n\npub fn triple(x: f64) -> f64 {\n    while x > 0.0 && x < 2.0 {\n        std::hint::black_box(x);\n    }\n    3.0 * x\n}\n";
    fixture.write("mistakes/04_endless.rs", endless);
    let proof = proof::prove(&fixture.load()).expect("cargo runs");
    assert!(proof.problems.0.is_empty(), "{}", proof.problems);
    assert!(proof.to_string().contains("04_endless  ∞ ."), "{proof}");
}

#[test]
fn a_stub_waits_or_makes_its_mistake() {
    let fixture = Fixture::new();
    assert_eq!(stub_problems(&fixture), "");
    fixture.replace("src/lib.rs", "todo!(\"three times {x}\")", "x");
    says(
        &stub_problems(&fixture),
        "src/lib.rs",
        "must fail by the stub's `todo!`",
    );
    fixture.replace(
        "exercise.toml",
        "\"todo\"",
        "\"wrong:constant-factor-lost\"",
    );
    assert_eq!(stub_problems(&fixture), "");
    fixture.replace("src/lib.rs", "    x\n", "    3.0 * x\n");
    says(
        &stub_problems(&fixture),
        "src/lib.rs",
        "must make the mistake `constant-factor-lost`",
    );
}

#[test]
fn a_stub_with_a_warning_another_signature_or_a_stray_file_is_found() {
    let fixture = Fixture::new();
    fixture.replace("src/lib.rs", "three times {x}", "three times");
    fixture.replace("src/lib.rs", "-> f64 {", "-> f64 {\n    let y = 1.0;");
    says(
        &stub_problems(&fixture),
        "src/lib.rs",
        "compile without warnings",
    );
    fixture.write(
        "src/lib.rs",
        "pub fn triple(x: f64) -> f64 {\n    todo!(\"{x}\")\n}\npub fn four() {}\n",
    );
    says(
        &stub_problems(&fixture),
        "src/lib.rs",
        "the reference does not",
    );
    fixture.write("notes.txt", "");
    says(&stub_problems(&fixture), "notes.txt", "no such file");
}

#[test]
fn conventions_say_what_to_do() {
    let broken = |file: &str, from: &str, to: &str| {
        let fixture = Fixture::new();
        fixture.replace(file, from, to);
        broken_conventions(&fixture)
    };
    says(
        &broken("exercise.toml", "\"c\"", "\" \""),
        "exercise.toml",
        "a hint is empty",
    );
    says(
        &broken("exercise.toml", "lesson = 1", "lesson = 2"),
        "exercise.toml",
        "make them equal",
    );
    says(
        &broken("exercise.toml", "at_one = 1", "at_one = 0"),
        "exercise.toml",
        "at least 1",
    );
    says(
        &broken("exercise.toml", "minutes", "needs = [\"half\"]\nminutes"),
        "exercise.toml",
        "no such exercise",
    );
    says(
        &broken("exercise.toml", "minutes", "needs = [\"triple\"]\nminutes"),
        "exercise.toml",
        "comes later",
    );
    says(
        &broken("Cargo.toml", "doctest = false", "doctest = true"),
        "Cargo.toml",
        "`doctest = false`",
    );
    says(
        &broken("mistakes/01_once.rs", "-> f64", "-> f32"),
        "01_once.rs",
        "the reference does not",
    );
    says(
        &broken("mistakes/01_once.rs", "pub fn", "pub pub fn"),
        "01_once.rs:3",
        "not Rust",
    );
}

#[test]
fn an_id_and_a_number_belong_to_one_exercise() {
    let fixture = Fixture::new();
    fixture.copy_to("exercises/01_one/01_again");
    let said = broken_conventions(&fixture);
    says(&said, "01_triple", "the id `triple` is taken");
    says(&said, "01_triple", "has the same number");
}

#[test]
fn missing_and_superfluous_mistakes_are_found() {
    let fixture = Fixture::new();
    let folder = fixture.root().join("exercises/01_one/01_triple/mistakes");
    std::fs::rename(folder.join("00_empty.rs"), folder.join("empty.txt")).expect("renamed");
    std::fs::remove_file(folder.join("01_once.rs")).expect("removed");
    let said = broken_conventions(&fixture);
    says(&said, "mistakes", "00_empty.rs is missing");
    says(&said, "mistakes", "at least 3 typical");
    says(&said, "empty.txt", "never looks at this file");
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_its_line() {
    let fixture = Fixture::new();
    fixture.replace("exercise.toml", "level", "levle");
    fixture.replace("mistakes/01_once.rs", "//! mistake", "//! mistak");
    std::fs::remove_file(fixture.root().join("exercises/01_one/01_triple/src/lib.rs"))
        .expect("removed");
    let said = Collection::load(fixture.root())
        .expect_err("two files are wrong")
        .to_string();
    says(&said, "exercise.toml:2", "unknown field `levle`");
    says(&said, "01_once.rs:1", "the first line must be");
    fixture.replace("exercise.toml", "levle", "level");
    fixture.replace("mistakes/01_once.rs", "//! mistak:", "//! mistake:");
    let said = Collection::load(fixture.root())
        .expect_err("a file is missing")
        .to_string();
    says(&said, "src/lib.rs", "cannot be read");
}

#[test]
fn bad_formatting_and_lints_are_found() {
    let fixture = Fixture::new();
    let checked = |style: Style| match style {
        Style::Checked(problems) => problems.to_string(),
        // Nothing to test where the tool is not installed.
        Style::NoTool(_) => String::new(),
    };
    assert_eq!(checked(style::formatted(&fixture.load())), "");
    assert_eq!(
        checked(style::linted(&fixture.load()).expect("cargo runs")),
        ""
    );
    fixture.replace("mistakes/01_once.rs", "    x", "  return x;");
    let formatted = style::formatted(&fixture.load());
    if let Style::Checked(problems) = formatted {
        says(
            &problems.to_string(),
            "mistakes/01_once.rs",
            "not formatted",
        );
    }
    let linted = style::linted(&fixture.load()).expect("cargo runs");
    if let Style::Checked(problems) = linted {
        says(
            &problems.to_string(),
            "mistakes/01_once.rs",
            "clippy is not content",
        );
    }
}
