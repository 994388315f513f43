//! The state file: one line an exercise, keyed by its permanent id, safe to edit and safe to delete.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};

/// Where the learner stands with one exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// The stub as it came, or not tested yet.
    #[default]
    NotStarted,
    /// It does not compile.
    NotBuilt,
    /// A test fails.
    Failed,
    /// Every test passes.
    Passed,
}

/// The words for a state: in the file, in `list`, in JSON.
const WORDS: [(State, &str); 4] = [
    (State::NotStarted, "not started"),
    (State::NotBuilt, "not built"),
    (State::Failed, "failed"),
    (State::Passed, "passed"),
];

impl State {
    /// The word for it.
    pub fn word(self) -> &'static str {
        WORDS
            .iter()
            .find(|(state, _)| *state == self)
            .map_or("", |(_, word)| word)
    }

    fn from_word(text: &str) -> Option<Self> {
        WORDS
            .iter()
            .find(|(_, word)| *word == text)
            .map(|(state, _)| *state)
    }
}

/// What is kept of one exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// What the last test said.
    pub state: State,
    /// How many hints were shown.
    pub hints: usize,
}

/// What is kept of all exercises.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// The exercise that was tested last.
    pub current: Option<String>,
    entries: BTreeMap<String, Entry>,
}

const HEADER: &str = "# Progress in Backprop by Hand, a line an exercise: `id = state`, and how many hints were shown.\n\
                      # Safe to delete; `list --recheck` writes it anew.\n";

impl Progress {
    /// What is known of an exercise.
    pub fn entry(&self, id: &str) -> Entry {
        self.entries.get(id).copied().unwrap_or_default()
    }

    /// The state of an exercise.
    pub fn state(&self, id: &str) -> State {
        self.entry(id).state
    }

    /// Writes down what a test said.
    pub fn record(&mut self, id: &str, state: State) {
        self.entries.entry(id.to_owned()).or_default().state = state;
    }

    /// Counts a hint that was shown.
    pub fn count_hint(&mut self, id: &str) {
        self.entries.entry(id.to_owned()).or_default().hints += 1;
    }

    /// Reads the file. What cannot be read is left out, with a sentence each; a file that is not there is no progress.
    pub fn load(file: &Path, known: &[&str]) -> (Self, Vec<String>) {
        let name = file.display();
        match std::fs::read(file) {
            Ok(bytes) => {
                let (progress, mut notices) = Self::parse(&String::from_utf8_lossy(&bytes), known);
                notices
                    .iter_mut()
                    .for_each(|notice| notice.insert_str(0, &format!("{name}: ")));
                (progress, notices)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Default::default(),
            Err(error) => {
                let notice = format!(
                    "{name} cannot be read ({error}); every exercise counts as not started"
                );
                (Self::default(), vec![notice])
            }
        }
    }

    fn parse(text: &str, known: &[&str]) -> (Self, Vec<String>) {
        let mut progress = Self::default();
        let (mut gone, mut unreadable) = (Vec::new(), Vec::new());
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match parse_line(line) {
                Some((id, _)) if !known.contains(&id) && id != "current" => {
                    gone.push(id.to_owned())
                }
                Some(("current", Line::Current(id))) => {
                    progress.current = known.contains(&id).then(|| id.to_owned());
                }
                Some((id, Line::Entry(entry))) => {
                    progress.entries.insert(id.to_owned(), entry);
                }
                _ => unreadable.push((index + 1).to_string()),
            }
        }
        let mut notices = Vec::new();
        if !gone.is_empty() {
            notices.push(format!(
                "no exercise is called {} any more; left out",
                gone.join(", ")
            ));
        }
        if !unreadable.is_empty() {
            let lines = unreadable.join(", ");
            notices.push(format!(
                "line {lines} cannot be read and is left out; `list --recheck` writes the file anew"
            ));
        }
        (progress, notices)
    }

    /// Writes the file: whole or not at all, whenever the program is stopped.
    ///
    /// # Errors
    /// When the folder or the file cannot be written.
    pub fn save(&self, file: &Path) -> Result<()> {
        let folder = file.parent().unwrap_or(Path::new("."));
        let write = || -> Result<()> {
            std::fs::create_dir_all(folder)?;
            let mut draft = tempfile::NamedTempFile::new_in(folder)?;
            draft.write_all(self.text().as_bytes())?;
            draft.as_file().sync_all()?;
            draft.persist(file)?;
            Ok(())
        };
        write().with_context(|| format!("your progress cannot be written to {}", file.display()))
    }

    fn text(&self) -> String {
        let mut text = HEADER.to_owned();
        if let Some(current) = &self.current {
            let _ = writeln!(text, "current = {current}");
        }
        for (id, entry) in &self.entries {
            let _ = write!(text, "{id} = {}", entry.state.word());
            if entry.hints > 0 {
                let _ = write!(text, ", hints {}", entry.hints);
            }
            text.push('\n');
        }
        text
    }
}

enum Line<'a> {
    Current(&'a str),
    Entry(Entry),
}

fn parse_line(line: &str) -> Option<(&str, Line<'_>)> {
    let (id, rest) = line.split_once('=')?;
    let (id, rest) = (id.trim(), rest.trim());
    if id == "current" {
        return Some((id, Line::Current(rest)));
    }
    let (word, hints) = match rest.split_once(',') {
        Some((word, hints)) => (
            word.trim(),
            hints.trim().strip_prefix("hints ")?.parse().ok()?,
        ),
        None => (rest, 0),
    };
    let state = State::from_word(word)?;
    Some((id, Line::Entry(Entry { state, hints })))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&str] = &["double", "d_square"];

    fn some_progress() -> Progress {
        let mut progress = Progress {
            current: Some("d_square".to_owned()),
            ..Progress::default()
        };
        progress.record("double", State::Passed);
        progress.count_hint("d_square");
        progress.count_hint("d_square");
        progress.record("d_square", State::NotBuilt);
        progress
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/progress.txt");
        some_progress().save(&file).unwrap();
        assert_eq!(Progress::load(&file, KNOWN), (some_progress(), vec![]));
        assert_eq!(
            std::fs::read_dir(file.parent().unwrap()).unwrap().count(),
            1,
            "no draft is left behind"
        );
    }

    #[test]
    fn windows_line_ends_change_nothing() {
        let text = some_progress().text().replace('\n', "\r\n");
        assert_eq!(Progress::parse(&text, KNOWN), (some_progress(), vec![]));
    }

    #[test]
    fn a_removed_exercise_costs_one_line() {
        let (progress, notices) =
            Progress::parse("old = passed\nolder = failed\ndouble = passed\n", KNOWN);
        assert_eq!(progress.state("double"), State::Passed);
        assert_eq!(
            notices,
            ["no exercise is called old, older any more; left out"]
        );
    }

    #[test]
    fn a_broken_line_is_named_and_the_others_are_kept() {
        let (progress, notices) =
            Progress::parse("double = passed\nd_square = solved\n\u{0}\u{1}\n", KNOWN);
        assert_eq!(
            (progress.state("double"), progress.state("d_square")),
            (State::Passed, State::NotStarted)
        );
        assert_eq!(notices.len(), 1);
        assert!(
            notices[0].starts_with("line 2, 3 cannot be read"),
            "{notices:?}"
        );
    }

    #[test]
    fn no_file_is_no_progress_and_not_worth_a_word() {
        let (progress, notices) = Progress::load(Path::new("no/such/file"), KNOWN);
        assert_eq!((progress, notices), (Progress::default(), vec![]));
    }
}
