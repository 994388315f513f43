//! The page on updating: its commands are run, on repositories that have everything it speaks of.

use crate::common;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const STUB: &str =
    "//! Old text.\n\n/// The task.\npub fn twice(x: f64) -> f64 {\n    todo!(\"twice {x}\")\n}\n";
const ANSWER: &str = "    x + x\n";

/// The commands of the block of the page that begins with `first`.
fn commands(first: &str) -> Vec<String> {
    let page = fs::read_to_string(common::root().join("book/src/updating.md")).unwrap();
    let page = page.replace("\r\n", "\n");
    let start = page
        .find(&format!("```text\n{first}"))
        .expect("the page has it");
    let block = page[start + "```text\n".len()..]
        .split("```")
        .next()
        .unwrap();
    block.lines().map(str::to_owned).collect()
}

/// The project and a learner's clone of it.
struct Repositories {
    folder: TempDir,
}

impl Repositories {
    /// The project with two exercises, cloned; `None`, with a notice, on a machine without git.
    fn new() -> Option<Self> {
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("skipped: git is not installed");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let new = Self { folder };
        fs::create_dir(new.project("")).unwrap();
        new.git(&new.project(""), "init --quiet --initial-branch=main");
        fs::copy(
            common::root().join(".gitattributes"),
            new.project(".gitattributes"),
        )
        .unwrap();
        for exercise in ["01_twice", "02_other"] {
            new.write(&new.stub(exercise), STUB);
        }
        new.publish();
        new.git(new.folder.path(), "clone --quiet project learner");
        Some(new)
    }

    fn project(&self, path: &str) -> PathBuf {
        self.folder.path().join("project").join(path)
    }

    fn learner(&self, path: &str) -> PathBuf {
        self.folder.path().join("learner").join(path)
    }

    fn stub(&self, exercise: &str) -> PathBuf {
        self.project(&format!("exercises/{exercise}/src/lib.rs"))
    }

    fn answer(&self, exercise: &str) -> PathBuf {
        self.learner(&format!("exercises/{exercise}/src/lib.rs"))
    }

    fn write(&self, file: &Path, text: &str) {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// Commits everything in the project.
    fn publish(&self) {
        self.git(&self.project(""), "add --all");
        self.git(&self.project(""), "commit --quiet --message version");
    }

    /// Solves an exercise, with these line ends.
    fn solve(&self, exercise: &str, line_end: &str) {
        let file = self.answer(exercise);
        let stub = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        let solved = stub.replace("    todo!(\"twice {x}\")\n", ANSWER);
        assert_ne!(stub, solved);
        fs::write(&file, solved.replace('\n', line_end)).unwrap();
    }

    /// Runs the commands of the page as the learner.
    #[track_caller]
    fn follow(&self, first: &str) {
        for command in commands(first) {
            let arguments = command.strip_prefix("git ").expect("a command of git");
            self.git(&self.learner(""), arguments);
        }
    }

    #[track_caller]
    fn git(&self, folder: &Path, arguments: &str) -> Output {
        let mut command = Command::new("git");
        command.current_dir(folder);
        for (name, value) in [
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_AUTHOR_NAME", "A"),
            ("GIT_AUTHOR_EMAIL", "a@example.org"),
            ("GIT_COMMITTER_NAME", "A"),
            ("GIT_COMMITTER_EMAIL", "a@example.org"),
        ] {
            command.env(name, value);
        }
        let output = command.args(words(arguments)).output().unwrap();
        assert!(output.status.success(), "git {arguments}: {output:?}");
        output
    }
}

/// The words of a command; a quoted one may contain blanks.
fn words(command: &str) -> Vec<String> {
    let pieces = command.split('"').enumerate();
    let words = pieces.flat_map(|(number, piece)| match number % 2 {
        0 => piece.split_whitespace().map(str::to_owned).collect(),
        _ => vec![piece.to_owned()],
    });
    words.collect()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap().replace("\r\n", "\n")
}

#[test]
fn an_update_keeps_the_answer_and_brings_the_new_text() {
    let Some(both) = Repositories::new() else {
        return;
    };
    both.solve("01_twice", "\n");
    both.write(
        &both.stub("01_twice"),
        &STUB.replace("Old text", "New text"),
    );
    both.publish();
    both.follow("git commit");
    let merged = read(&both.answer("01_twice"));
    assert!(merged.contains(ANSWER), "{merged}");
    assert!(merged.contains("New text"), "{merged}");
}

#[test]
fn an_answer_stays_where_the_stub_changed_in_the_same_lines() {
    let Some(both) = Repositories::new() else {
        return;
    };
    both.solve("01_twice", "\n");
    both.write(
        &both.stub("01_twice"),
        &STUB.replace("twice {x}", "two times {x}"),
    );
    both.publish();
    both.follow("git commit");
    let merged = read(&both.answer("01_twice"));
    assert!(
        merged.contains(ANSWER) && !merged.contains("todo!"),
        "{merged}"
    );
    assert!(!merged.contains("<<<<"), "{merged}");
}

#[test]
fn an_answer_moves_with_its_exercise() {
    let Some(both) = Repositories::new() else {
        return;
    };
    both.solve("01_twice", "\n");
    both.git(
        &both.project(""),
        "mv exercises/01_twice exercises/03_twice",
    );
    both.publish();
    both.follow("git commit");
    assert!(read(&both.answer("03_twice")).contains(ANSWER));
    assert!(!both.answer("01_twice").exists());
}

#[test]
fn line_ends_do_not_matter() {
    let Some(both) = Repositories::new() else {
        return;
    };
    both.solve("01_twice", "\r\n");
    both.write(
        &both.stub("01_twice"),
        &STUB.replace("Old text", "New text"),
    );
    both.publish();
    both.follow("git commit");
    let merged = read(&both.answer("01_twice"));
    assert!(
        merged.contains(ANSWER) && merged.contains("New text"),
        "{merged}"
    );
}

#[test]
fn a_checkout_with_carriage_returns_updates_too() {
    let Some(both) = Repositories::new() else {
        return;
    };
    both.git(&both.learner(""), "config core.autocrlf true");
    fs::remove_file(both.answer("01_twice")).unwrap();
    both.git(&both.learner(""), "checkout -- .");
    assert!(
        fs::read_to_string(both.answer("01_twice"))
            .unwrap()
            .contains("\r\n")
    );
    both.solve("01_twice", "\r\n");
    both.write(
        &both.stub("01_twice"),
        &STUB.replace("Old text", "New text"),
    );
    both.publish();
    both.follow("git commit");
    let merged = read(&both.answer("01_twice"));
    assert!(
        merged.contains(ANSWER) && merged.contains("New text"),
        "{merged}"
    );
}

#[test]
fn an_update_can_be_looked_at_and_taken_back() {
    let Some(both) = Repositories::new() else {
        return;
    };
    both.solve("01_twice", "\n");
    both.write(
        &both.stub("02_other"),
        &STUB.replace("Old text", "New text"),
    );
    both.publish();
    both.follow("git fetch");
    both.follow("git commit");
    assert!(read(&both.answer("02_other")).contains("New text"));
    both.follow("git reset");
    assert!(read(&both.answer("02_other")).contains("Old text"));
    assert!(read(&both.answer("01_twice")).contains(ANSWER));
}

#[test]
fn an_exercise_can_begin_again() {
    let Some(both) = Repositories::new() else {
        return;
    };
    both.solve("01_twice", "\n");
    let [command] = &commands("git checkout")[..] else {
        panic!("one command")
    };
    let (arguments, file) = command.rsplit_once(' ').unwrap();
    assert!(common::root().join(file).is_file(), "{file} is no stub");
    let arguments = arguments.strip_prefix("git ").unwrap();
    both.git(
        &both.learner(""),
        &format!("{arguments} exercises/01_twice/src/lib.rs"),
    );
    assert_eq!(read(&both.answer("01_twice")), STUB);
}
