//! Gradients of other programs: one that works, and every way of not working.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("a workspace").to_owned()
}

fn check(program: &str, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_workbook"))
        .current_dir(root())
        .args(["check", "--program", program])
        .args(["--at", "workbook/examples/gradient_point.json"])
        .args(more)
        .output()
        .expect("the command runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// Whether Python is here; says so when it is not.
fn python() -> bool {
    let here = Command::new("python3").arg("--version").output().is_ok();
    if !here {
        println!("skipped: there is no python3 on this machine");
    }
    here
}

const EXAMPLE: &str = "python3 workbook/examples/gradient_program.py";

#[test]
fn the_example_agrees() {
    if !python() {
        return;
    }
    let output = check(EXAMPLE, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("the program's gradient: agrees"));
}

#[test]
fn the_wrong_example_is_named_as_json_too() {
    if !python() {
        return;
    }
    let output = check(&format!("{EXAMPLE} wrong"), &["--json"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["verdict"], "disagrees");
    assert_eq!(report["diagnosis"]["mistake"], "constant-multiple");
    let text = report["diagnosis"]["text"].as_str().expect("a text");
    assert!(text.contains("4 times the true one"), "{text}");
}

/// A program in the shell's own language that answers every line with `answer`.
fn always(answer: &str) -> String {
    format!("while read line; do echo '{answer}'; done")
}

/// f = 1, with the gradient that belongs to it, or another one.
fn constant(gradient: &str) -> String {
    format!(
        r#"while read line; do case "$line" in *value*) echo '{{"value": 1}}';; *) echo '{gradient}';; esac; done"#
    )
}

#[test]
fn a_program_needs_no_python() {
    let output = check(&constant(r#"{"gradient": [0, 0, 0]}"#), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    let output = check(&constant(r#"{"gradient": [0, 0, 3]}"#), &[]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
}

#[test]
fn a_hostile_program_ends_in_a_sentence() {
    let value = always(r#"{"value": 1.5}"#);
    let nan = always(r#"{"value": "NaN"}"#);
    let short = constant(r#"{"gradient": [0]}"#);
    let odd = constant(r#"{"gradient": [0, "x", 0]}"#);
    let cases: &[(&str, &str)] = &[
        (
            "exit 3",
            "call 1, the value at [0.5, -1, 0.25]: the program ended without an answer",
        ),
        (
            "echo out of memory >&2; exit 1",
            "its last words: `out of memory`",
        ),
        ("read line; echo '{\"value\": 1}'; exit 0", "call 2, "),
        ("/no/such/program", "the program ended without an answer"),
        ("sleep 30", "no answer within 0.5 s"),
        ("while true; do sleep 1; done", "no answer within 0.5 s"),
        ("exec 1>&-; sleep 30", "the program ended without an answer"),
        (
            "while read line; do echo hello; done",
            "the answer is not JSON: `hello`",
        ),
        ("while read line; do echo; done", "the answer is not JSON"),
        (
            "while read line; do echo '{\"value\": \"one\"}'; done",
            "`\"one\"` instead of a number",
        ),
        (
            "while read line; do echo '{\"value\": null}'; done",
            "instead of a number",
        ),
        ("while read line; do echo 1; done", "the answer is `1`"),
        (
            "while read line; do printf '\\377\\376\\n'; done",
            "the answer is not JSON",
        ),
        (
            &value,
            "the answer is a value, where a gradient was asked for",
        ),
        (
            "echo ready; sleep 1; while read line; do echo '{\"value\": 1}'; done",
            "`ready`",
        ),
        (&odd, "`\"x\"` instead of a number"),
        (&nan, "the function is NaN at"),
        (&short, "has 1 entry"),
    ];
    for (program, part) in cases {
        let start = Instant::now();
        let output = check(program, &["--limit", "0.5"]);
        let said = text(&output.stderr) + &text(&output.stdout).replace('\n', " ");
        assert_eq!(output.status.code(), Some(2), "{program}: {said}");
        assert!(said.contains(part), "{program}: {said}");
        assert!(!said.contains("panicked"), "{program}: {said}");
        assert!(
            start.elapsed() < Duration::from_secs(25),
            "{program} held us up"
        );
    }
}

#[test]
fn what_cannot_be_read_is_a_sentence_in_json_as_well() {
    let folder = tempfile::tempdir().unwrap();
    for (content, part) in [
        ("{", "is not JSON"),
        ("3", "instead of an array"),
        ("[1, [2]]", "`[2]` instead of a number"),
        ("[]", "the point has no numbers"),
    ] {
        let file = folder.path().join("point.json");
        std::fs::write(&file, content).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_workbook"))
            .args(["check", "--json", "--program", &constant("{}"), "--at"])
            .arg(&file)
            .output()
            .unwrap();
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(2), "{content}: {said}");
        let json: serde_json::Value = serde_json::from_str(&said).expect("JSON");
        assert!(
            json.to_string().contains(&part.replace('"', "\\\"")),
            "{content}: {said}"
        );
    }
}

#[test]
fn an_odd_limit_is_a_sentence() {
    let output = check(&constant("{}"), &["--limit=-1"]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("--limit is -1; it must be a number of seconds"),
        "{said}"
    );
}
