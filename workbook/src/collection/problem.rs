//! What is wrong with a file of the collection, as a sentence with the file and the line.

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing to mend: where it is, what is wrong, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder, relative to the workbook's root.
    pub place: PathBuf,
    /// The line, counted from 1, when there is one to point at.
    pub line: Option<usize>,
    /// What is wrong there and what to do next.
    pub sentence: String,
}

impl Problem {
    /// A problem with a whole file or folder.
    pub fn new(root: &Path, place: &Path, sentence: impl Into<String>) -> Self {
        Self {
            place: place.strip_prefix(root).unwrap_or(place).to_path_buf(),
            line: None,
            sentence: sentence.into(),
        }
    }

    /// The same problem, at a line counted from 1.
    #[must_use]
    pub fn at_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.sentence)
    }
}

/// Problems in the order they were found, one paragraph each when printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    pub(crate) fn extend(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    pub(super) fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// `value` when nothing was found.
    pub(super) fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// The text of a file, with line ends as `\n`, so that a checkout with CRLF reads the same.
pub(super) fn read(root: &Path, file: &Path) -> Result<String, Problem> {
    match std::fs::read_to_string(file) {
        Ok(text) => Ok(text.replace("\r\n", "\n")),
        Err(error) => {
            let sentence = format!("this file is needed and cannot be read: {error}.");
            Err(Problem::new(root, file, sentence))
        }
    }
}

/// What a folder holds, sorted.
pub(super) fn entries(root: &Path, folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let unreadable = |error: std::io::Error| {
        let sentence = format!("this folder is needed and cannot be read: {error}.");
        Problem::new(root, folder, sentence)
    };
    let listing = std::fs::read_dir(folder).map_err(unreadable)?;
    let mut paths = listing
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(unreadable)?;
    paths.sort();
    Ok(paths)
}

/// Whether a file is an editor's or the system's (`.DS_Store`, `.lib.rs.swp`) and not the exercise's.
pub(super) fn hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}
