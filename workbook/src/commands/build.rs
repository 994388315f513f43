//! `workbook build`: the book as a folder of pages.

use crate::book::{Book, Engine};
use anyhow::{Result, bail};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What `build` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Where the pages go; without it, the folder that book.toml names
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let book = Book::find()?;
    let folder = match &arguments.to {
        Some(folder) => std::path::absolute(folder)?,
        None => book.default_folder()?,
    };
    refuse_foreign(&folder)?;
    Engine::new(&book)?.build(&folder)?;
    // Whoever closed the output does not want to know.
    let _ = writeln!(io::stdout(), "The book is in {}", folder.display());
    Ok(())
}

/// A build empties its folder. That must be the folder of a former build: `book.js` is among its first files.
fn refuse_foreign(folder: &Path) -> Result<()> {
    let filled = folder
        .read_dir()
        .is_ok_and(|mut entries| entries.next().is_some());
    if (filled && !folder.join("book.js").is_file()) || folder.is_file() {
        bail!(
            "{} holds something else than a built book, and would be emptied; name another folder",
            folder.display()
        );
    }
    Ok(())
}
