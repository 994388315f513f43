//! The problems of the book: every `derivation` block of a chapter that begins with `problem ID` and has a blank.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{Block, blocks};

/// A problem as a chapter poses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its permanent id, such as `d6.2`.
    pub id: String,
    /// The chapter's file name.
    pub chapter: String,
    /// The block, with the blank `___`.
    pub text: String,
}

/// All problems of the book in the folder `book`, in the order of its files.
///
/// # Errors
/// When the chapters cannot be read.
pub fn all(book: &Path) -> Result<Vec<Problem>> {
    let folder = book.join("src");
    let listing = std::fs::read_dir(&folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<_> = listing.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    let mut problems = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        let chapter = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        problems.extend(
            blocks(&text)
                .into_iter()
                .filter_map(|block| posed(block, &chapter)),
        );
    }
    Ok(problems)
}

/// The problem with this id.
///
/// # Errors
/// When there is none, with those that there are.
pub fn find(book: &Path, id: &str) -> Result<Problem> {
    let problems = all(book)?;
    let ids: Vec<String> = problems.iter().map(|problem| problem.id.clone()).collect();
    match problems.into_iter().find(|problem| problem.id == id) {
        Some(problem) => Ok(problem),
        None => bail!("the book has no problem {id}. It has {}", ids.join(", ")),
    }
}

fn posed(block: Block, chapter: &str) -> Option<Problem> {
    let first = block.text.lines().next()?.trim();
    let id = first.strip_prefix("problem ")?.trim().to_owned();
    let chapter = chapter.to_owned();
    block.text.contains("___").then_some(Problem {
        id,
        chapter,
        text: block.text,
    })
}
