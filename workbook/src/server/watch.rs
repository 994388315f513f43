//! Notices that a file of the book was saved.

use crate::book::Book;
use crate::saves::{Saves, Watched};
use anyhow::Result;
use std::path::Path;

/// The saves of the folder of `book` and of the descriptions of the exercises; with `poll`, by looking again and again.
///
/// # Errors
/// When a folder cannot be watched.
pub(super) fn saves(book: &Book, poll: bool) -> Result<Saves> {
    let exercises = book.root().with_file_name("exercises");
    let folders = vec![book.root().to_path_buf(), exercises];
    Saves::of(
        &Watched {
            folders,
            matters: is_source,
        },
        poll,
    )
}

/// Does the book look different after this? A learner's answer is no part of it.
fn is_source(path: &Path) -> bool {
    let answer = path.extension().is_some_and(|it| it == "rs");
    let backup = path.to_string_lossy().ends_with('~');
    !answer && !backup
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_and_cards_matter_and_answers_do_not() {
        let matters = |path| is_source(Path::new(path));
        assert!(matters("/exercises/mine/book/src/page.md"));
        assert!(matters("/home/reader/exercises/06_a/01_b/exercise.toml"));
        assert!(!matters("/home/reader/exercises/06_a/01_b/src/lib.rs"));
        assert!(!matters("/home/reader/book/src/page.md~"));
    }
}
