//! The learner's commands, driven over a small collection of exercises in a repository of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const STUB: &str = "//! A stub.\n\n/// Three times `x`.\npub fn triple(x: f64) -> f64 {\n    todo!(\"triple {x}\")\n}\n";
const SOLVED: &str =
    "//! Mine.\n\n/// Three times `x`.\npub fn triple(x: f64) -> f64 {\n    3.0 * x\n}\n";

/// A workbook with two exercises, `triple` and `quadruple`, under git.
struct Fixture {
    folder: TempDir,
}

impl Fixture {
    fn new() -> Self {
        let fixture = Self {
            folder: tempfile::tempdir().expect("a folder for the test"),
        };
        fixture.write(
            "Cargo.toml",
            "[workspace]\nmembers = [\"exercises/*/*\"]\nresolver = \"3\"\n",
        );
        fixture.exercise("exercises/01_times/01_triple", "triple");
        fixture.exercise("exercises/01_times/02_quadruple", "quadruple");
        for arguments in [
            &["init", "--quiet"][..],
            &["add", "."],
            &[
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@b.invalid",
                "commit",
                "--quiet",
                "-m",
                "The exercises",
            ],
        ] {
            let done = Command::new("git")
                .args(arguments)
                .current_dir(fixture.root())
                .status();
            assert!(done.expect("git runs").success(), "git {arguments:?}");
        }
        fixture
    }

    fn exercise(&self, folder: &str, name: &str) {
        let file = |place: &str, text: &str| {
            self.write(&format!("{folder}/{place}"), &text.replace("triple", name))
        };
        file(
            "Cargo.toml",
            "[package]\nname = \"triple\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[lib]\ntest = false\n",
        );
        file(
            "exercise.toml",
            "title = \"A multiple\"\nlevel = 1\nminutes = 5\nlesson = 1\nstarts = \"todo\"\n\
             hints = [\"Look.\", \"Think.\", \"Multiply.\"]\n\n[points]\nmultiplies = 1\nzero_stays = 1\n",
        );
        file("src/lib.rs", STUB);
        file("solution/lib.rs", SOLVED);
        file(
            "mistakes/00_empty.rs",
            "//! property: multiplies\n\npub fn triple(_: f64) -> f64 {\n    0.0\n}\n",
        );
        let tests = "use triple::triple;\n\n#[test]\nfn multiplies() {\n    assert!(triple(2.0) > 5.0, \"triple(2) is too small\");\n}\n\n\
                     #[test]\nfn zero_stays() {\n    assert!(triple(0.0) == 0.0, \"triple(0) is not 0\");\n}\n";
        file(&format!("tests/{name}.rs"), tests);
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).unwrap();
        fs::write(path, text).unwrap();
    }

    fn answer(&self, text: &str) {
        self.write("exercises/01_times/01_triple/src/lib.rs", text);
    }

    fn my_answer(&self) -> String {
        fs::read_to_string(self.path("exercises/01_times/01_triple/src/lib.rs")).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let output = Command::new(env!("CARGO_BIN_EXE_workbook"))
            .args(arguments)
            .current_dir(self.root())
            .env("CARGO_NET_OFFLINE", "true")
            .env_remove("CARGO_TARGET_DIR")
            .output();
        Said::from(output.expect("the command runs"))
    }
}

struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            code: output.status.code(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }
}

impl Said {
    /// The command ended with this code and printed each of these.
    #[track_caller]
    fn with(self, code: i32, parts: &[&str]) -> Self {
        let all = format!("{}{}", self.out, self.err);
        assert_eq!(self.code, Some(code), "{all}");
        for part in parts {
            assert!(all.contains(part), "`{part}` is not in:\n{all}");
        }
        for noise in ["panicked at", "stack backtrace", "Caused by"] {
            assert!(!all.contains(noise), "{all}");
        }
        self
    }
}

#[test]
fn from_the_stub_over_an_error_and_a_mistake_to_the_next_exercise() {
    let fixture = Fixture::new();
    let where_to = "exercises/01_times/01_triple/src/lib.rs";
    fixture.run(&["run"]).with(
        1,
        &[
            "not yet implemented: triple 2",
            "not started  0 of 2 tests pass.",
            where_to,
            "hint triple",
        ],
    );
    fixture.answer("pub fn triple(x: f64) -> f64 { x + }\n");
    fixture.run(&["run"]).with(
        1,
        &["error: expected", "not built  It does not compile yet."],
    );
    fixture.answer("pub fn triple(x: f64) -> f64 { x }\n");
    fixture
        .run(&["run", "triple"])
        .with(1, &["triple(2) is too small", "failed  1 of 2 tests pass."]);
    fixture.answer(SOLVED);
    let next = [
        "passed  All 2 tests pass.",
        "Next: quadruple",
        "02_quadruple/src/lib.rs",
        "Three times",
    ];
    fixture.run(&["run"]).with(0, &next);
    fixture.run(&["list"]).with(
        0,
        &[
            "passed       triple",
            "> not started  quadruple",
            "1 of 2 solved",
        ],
    );
}

#[test]
fn an_endless_answer_is_stopped() {
    let fixture = Fixture::new();
    fixture.answer("pub fn triple(x: f64) -> f64 { let mut y = x; loop { y += 1.0; if y < x { return y; } } }\n");
    fixture.run(&["run"]).with(
        1,
        &[
            "was still running after 5 seconds",
            "Does a loop in your code ever end?",
        ],
    );
}

#[test]
fn a_name_that_does_not_exist_is_answered_with_one_that_does() {
    let fixture = Fixture::new();
    for command in ["run", "hint", "solution", "reset"] {
        fixture
            .run(&[command, "tripel"])
            .with(1, &["there is no exercise `tripel`. Do you mean `triple`?"]);
    }
}

#[test]
fn hints_come_one_by_one_and_the_solution_after_a_pass_or_on_giving_up() {
    let fixture = Fixture::new();
    fixture
        .run(&["hint", "triple"])
        .with(0, &["Hint 1 of 3", "Look."]);
    fixture
        .run(&["hint", "triple"])
        .with(0, &["Hint 2 of 3", "Think."]);
    fixture
        .run(&["solution", "triple"])
        .with(1, &["not solved yet", "--give-up"]);
    fixture
        .run(&["hint", "triple"])
        .with(0, &["Hint 3 of 3", "Multiply.", "the last one"]);
    fixture
        .run(&["hint", "triple"])
        .with(0, &["Look.", "Think.", "Multiply."]);
    fixture
        .run(&["solution", "triple", "--give-up"])
        .with(0, &["3.0 * x"]);
    fixture.answer(SOLVED);
    fixture.run(&["run", "triple"]).with(0, &[]);
    fixture.run(&["solution", "triple"]).with(0, &["3.0 * x"]);
}

#[test]
fn reset_gives_the_stub_back_and_keeps_every_answer() {
    let fixture = Fixture::new();
    fixture
        .run(&["reset", "triple"])
        .with(0, &["is the stub already"]);
    for (number, answer) in ["// one\n", "// two\n"].iter().enumerate() {
        fixture.answer(answer);
        let backup = format!(".workbook/backups/triple-{}.rs", number + 1);
        fixture.run(&["reset", "triple"]).with(0, &[&backup]);
        assert_eq!(fixture.my_answer(), STUB);
        assert_eq!(fs::read_to_string(fixture.path(&backup)).unwrap(), *answer);
    }
}

#[test]
fn an_answer_that_was_committed_is_not_taken_for_the_stub() {
    let fixture = Fixture::new();
    fixture.answer(SOLVED);
    let commit = [
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b.invalid",
        "commit",
        "--quiet",
        "-am",
        "Solved",
    ];
    assert!(
        Command::new("git")
            .args(commit)
            .current_dir(fixture.root())
            .status()
            .unwrap()
            .success()
    );
    fixture
        .run(&["reset", "triple"])
        .with(0, &["is the stub again"]);
    assert_eq!(fixture.my_answer(), STUB);
}

#[test]
fn without_a_history_reset_changes_nothing_and_says_why() {
    let fixture = Fixture::new();
    fs::remove_dir_all(fixture.path(".git")).unwrap();
    fixture.answer(SOLVED);
    fixture
        .run(&["reset", "triple"])
        .with(1, &["git", "your file is untouched"]);
    assert_eq!(fixture.my_answer(), SOLVED);
}

#[test]
fn a_state_file_that_is_damaged_costs_a_line_and_recheck_writes_it_anew() {
    let fixture = Fixture::new();
    fixture.answer(SOLVED);
    fixture.write(
        ".workbook/progress.txt",
        "triple = pas\u{0}sed\nold_name = passed\nquadruple = failed\n",
    );
    let said = fixture.run(&["list"]).with(
        0,
        &[
            "old_name",
            "line 1 cannot be read",
            "failed       quadruple",
        ],
    );
    assert_eq!(said.err.lines().count(), 2, "{}", said.err);
    fixture
        .run(&["list", "--recheck"])
        .with(0, &["passed       triple", "1 of 2 solved"]);
    let said = fixture.run(&["list"]).with(0, &["1 of 2 solved"]);
    assert_eq!(said.err, "");
}

#[test]
fn list_is_there_for_programs_too() {
    let fixture = Fixture::new();
    let said = fixture.run(&["list", "--json"]).with(0, &[]);
    let list: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (
            list["total"].as_u64(),
            list["passed"].as_u64(),
            list["next"].as_str()
        ),
        (Some(2), Some(0), Some("triple"))
    );
    assert_eq!(list["exercises"][1]["id"], "quadruple");
    assert_eq!(list["exercises"][1]["state"], "not started");
}

#[test]
fn outside_a_workbook_there_is_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_workbook"))
        .arg("list")
        .current_dir(folder.path())
        .output();
    Said::from(output.unwrap()).with(
        1,
        &["there is no folder `exercises`", "run this command inside"],
    );
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md"))
        .unwrap()
        .replace("\r\n", "\n");
    let (_, shown) = readme
        .split_once("$ cargo run -- check '")
        .expect("the README checks a derivation");
    let (derivation, rest) = shown.split_once("'\n").expect("the derivation is quoted");
    let (printed, _) = rest.split_once("```").expect("the block ends");
    let said = Fixture::new().run(&["check", derivation]).with(1, &[]);
    assert_eq!(said.out, printed);
}
