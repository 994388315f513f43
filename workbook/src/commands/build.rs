//! `workbook build`: the book as a folder of pages.

use crate::book::{Book, Engine};
use anyhow::Result;
use std::path::PathBuf;

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
    Engine::new(&book)?.build(&folder)?;
    println!("The book is in {}", folder.display());
    Ok(())
}
