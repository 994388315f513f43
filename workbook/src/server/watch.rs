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

/// Does the book look different after this? A learner's `src/lib.rs` is no part of it.
fn is_source(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    let in_exercise = path
        .components()
        .any(|part| part.as_os_str() == "exercises");
    let backup = path.to_string_lossy().ends_with('~');
    !backup && (!in_exercise || extension == "toml")
}
